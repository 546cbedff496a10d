/** Builds the pages into `dist/`: static files under /explorer/, and `dist/server/render.js`, which the server loads. */
import { defineConfig } from "vite";

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  base: "/explorer/",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  ssr: { noExternal: true },
  build: {
    target: "es2022",
    reportCompressedSize: false,
    // Fonts come as files: the policy of these pages allows no font inside a style sheet.
    assetsInlineLimit: 0,
    ...(isSsrBuild
      ? { outDir: "dist/server", ssr: "src/render.tsx", rolldownOptions: { output: { entryFileNames: "render.js" } } }
      : { outDir: "dist/pages" }),
  },
  server: { proxy: { "/graphql": "http://127.0.0.1:4000", "/export": "http://127.0.0.1:4000" } },
}));
