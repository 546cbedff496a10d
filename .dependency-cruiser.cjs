/**
 * Imports point one way: entities, questions, export -> graph -> graph/database; ingest -> entities, graph (not what answers
 * readers: plans, pages, filters, loaders), graph/database; http and cli above all. Each outside thing has one door.
 * Cycles are oxlint's to find, since TypeScript 7 doesn't tell this tool which imports are of types alone.
 */

/** Of src, `folder` may import nothing but itself and `allowed`. */
const only = (folder, ...allowed) => ({
  name: `${folder}-imports-only-some`,
  comment: `Of src, ${folder} imports only ${[folder, ...allowed].join(", ")}.`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: [folder, ...allowed].map((each) => `^src/${each.replace(".", "[.]")}(/|$)`) },
});

/** Of src, `module` alone imports `library`. */
const door = (library, module) => ({
  name: `${library}-has-one-door`,
  comment: `Only ${module} imports ${library}.`,
  severity: "error",
  from: { path: "^src/", pathNot: `^${module.replace(".", "[.]")}$` },
  to: { path: `(^|/)node_modules/${library}/` },
});

/** Of src/ingest, `folder` may import nothing but itself, facts and problems, and `allowed`. */
const within = (folder, ...allowed) => ({
  name: `ingest-${folder}-imports-only-some`,
  comment: `Of src/ingest, ${folder} imports only ${[folder, "facts", "problems", ...allowed].join(", ")}.`,
  severity: "error",
  from: { path: `^src/ingest/${folder}/` },
  to: {
    path: "^src/ingest/",
    pathNot: [folder, "facts", "problems", ...allowed].map((each) => `^src/ingest/${each}(/|[.]ts$)`),
  },
});

module.exports = {
  forbidden: [
    only("graph"),
    only("entities", "graph"),
    only("questions", "citations", "entities", "graph", "settings.ts"),
    only("ingest", "graph", "entities"),
    only("export", "citations", "graph"),
    only("citations", "graph"),
    only("http", "export", "graph", "questions", "schema.ts", "settings.ts"),
    {
      name: "ingest-answers-no-readers",
      comment: "An ingestion needs the model and the database, and nothing of what makes answers.",
      severity: "error",
      from: { path: "^src/ingest/" },
      to: {
        path: "^src/graph/(connection|counts|evidenceQuery|filter|filterInput|graph|items|model/relations|order|listQueries|page|selectedFields|steps|surroundings)[.]ts$",
      },
    },
    within("identity", "changes", "claims", "contributions", "countries", "worldFile"),
    within("countries", "forms/readYaml", "slug", "worldFile"),
    within("forms", "checkSaying", "countries", "fields", "references", "slug"),
    within("sources", "countries", "forms/(readCsv|readText|readYaml|yamlForm)", "slug", "worldFile"),
    {
      name: "data-sets-know-not-of-each-other",
      comment: "A data set imports its own files and what all of them share.",
      severity: "error",
      from: { path: "^src/ingest/sources/([^/]+)/" },
      to: { path: "^src/ingest/sources/", pathNot: "^src/ingest/sources/($1|shared)/" },
    },
    {
      name: "nothing-reads-a-data-set-but-the-list",
      comment: "The pipeline knows the data sets by their list alone.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/ingest/sources/" },
      to: { path: "^src/ingest/sources/[^/]+/" },
    },
    door("neo4j-driver", "src/graph/database/driver.ts"),
    door("dataloader", "src/graph/graph.ts"),
    door("@citeproc-rs/wasm", "src/citations/footnote.ts"),
    {
      name: "src-imports-no-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tests|bench)/" },
    },
    {
      name: "no-import-of-what-is-built",
      comment:
        "But for the set-up of all tests, for processes that tests kill, and for the benchmarks, which Node runs as they are.",
      severity: "error",
      from: { path: "^(src|tests)/", pathNot: "^tests/support/(global|ingest|prepared)[A-Z][a-z]+[.]js$" },
      to: { path: "^dist/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "[.]d[.]ts$" },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "But for what is not built yet, and the peers of the benchmark, which its command installs.",
      severity: "error",
      from: { pathNot: "^bench/peers/" },
      to: { couldNotResolve: true, pathNot: "^([.][.]/)+dist/" },
    },
    {
      name: "no-library-of-development-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
