/** Builds the editor, if its files changed. */
import { buildOnce, filesIn } from "../buildOnce.js";

await buildOnce("graphiql", ["docs/questions.md", ...filesIn("operations")], (build, configFile) =>
  build({ configFile }),
);
