/** Builds the editor into `dist/`, as static files under /graphiql/. Everything comes from here: fonts, workers, styles. */
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/graphiql/",
  logLevel: "warn",
  build: {
    target: "es2022",
    // Monaco is one large library, of which no part could come later.
    chunkSizeWarningLimit: 8000,
    reportCompressedSize: false,
    rolldownOptions: {
      // "use client" means nothing here, and each of its hundred uses would be told.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000" } },
});
