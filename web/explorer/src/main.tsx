/** The pages in a browser. */
import { hydrate, render } from "preact";
import { askServer, remembering, type Asked } from "./site/ask.ts";
import { Site } from "./site/Site.tsx";
import { address, followLinks, isLoading, page, problem, show } from "./site/state.ts";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./styles/tokens.css";
import "./styles/frame.css";
import "./styles/search.css";
import "./styles/entity.css";
import "./styles/pair.css";
import "./styles/network.css";
import "./styles/paths.css";
import "./styles/map.css";
import "./styles/timeline.css";
import "./styles/coverage.css";

const place = document.getElementById("site")!;

function Now() {
  return <Site address={address.value} page={page.value} problem={problem.value} isLoading={isLoading.value} />;
}

address.value = new URL(location.href);
// What the server rendered stays until the same page is made here, of the same answers, with its behaviour.
const isRendered = place.childElementCount > 0;
const asked = JSON.parse(document.getElementById("asked")?.textContent ?? "[]") as Asked[];
const shown = show(remembering(asked, askServer));
if (isRendered) await shown;
followLinks();
if (isRendered) hydrate(<Now />, place);
else render(<Now />, place);
document.documentElement.classList.add("scripted");
