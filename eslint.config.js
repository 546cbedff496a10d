/** Rules for GraphQL alone: the printed schema and the example operations. TypeScript is linted by oxlint. */
import { existsSync, readdirSync } from "node:fs";
import graphql from "@graphql-eslint/eslint-plugin";

const documents = "./operations/*.graphql";
const folder = new URL("operations/", import.meta.url);
const anyOperation = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".graphql"));

const languageOptions = {
  parser: graphql.parser,
  parserOptions: {
    // A pattern that matches nothing is refused.
    graphQLConfig: { schema: "./schema.graphql", ...(anyOperation && { documents }) },
  },
};
const plugins = { "@graphql-eslint": graphql };

export default [
  {
    files: ["schema.graphql"],
    languageOptions,
    plugins,
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      // It would have `Source.sources` renamed, which is `Entity.sources` and so is the same in every type.
      "@graphql-eslint/no-typename-prefix": "off",
      // A connection's `nodes` are a list beside its edges.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            // Parts of an answer: nothing refers to them, so they need no id.
            types: [
              "PageInfo",
              "EDTFDate",
              "Coverage",
              "Edition",
              "ServiceLimits",
              "ConnectingPath",
              "CommonKind",
              "Neighborhood",
              "OmittedSteps",
              "Paths",
              "PathsSearched",
              "Step",
              "Holding",
            ],
            suffixes: ["Connection", "Edge", "AsOf"],
          },
        },
      ],
    },
  },
  {
    files: ["operations/*.graphql"],
    languageOptions,
    plugins,
    rules: {
      ...graphql.configs["flat/operations-recommended"].rules,
      // As deep as the service answers: each list has a level of its own, `nodes`.
      "@graphql-eslint/selection-set-depth": ["error", { maxDepth: 20 }],
    },
  },
];
