/**
 * Monaco's workers, built and served by us. GraphiQL's own set-up breaks Vite's development
 * server, which rewrites libraries before it sees their workers.
 */
import type {} from "monaco-editor";
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JSONWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphQLWorker from "monaco-graphql/esm/graphql.worker.js?worker";

window.MonacoEnvironment = {
  getWorker: (_id, label) => {
    if (label === "graphql") return new GraphQLWorker();
    return label === "json" ? new JSONWorker() : new EditorWorker();
  },
};
