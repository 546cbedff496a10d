/** The page at /graphiql: GraphiQL over our /graphql, with the queries of `operations/` beside it. */
import "./workers.ts";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { fetcher } from "./fetcher.ts";
import { questions } from "./questions.ts";
import { questionsPlugin } from "./QuestionsPlugin.tsx";
import "graphiql/style.css";
import "./style.css";

const plugins = [questionsPlugin, HISTORY_PLUGIN];
const [first] = questions;
// A page of the explorer hands its query over in the fragment, which is never sent.
const handed = new URLSearchParams(location.hash.slice(1));

createRoot(document.getElementById("editor")!).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={questionsPlugin}
    initialQuery={handed.get("query") ?? undefined}
    initialVariables={handed.get("variables") ?? undefined}
    defaultTabs={[{ query: first?.text ?? "" }]}
    defaultTheme="light"
    defaultEditorToolsVisibility={false}
  >
    <GraphiQL.Logo>
      <a className="logo" href="/">
        Entente
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
