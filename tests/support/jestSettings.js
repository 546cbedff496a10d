/** Jest's settings for all tests, including those of the record. globalSetup.js starts a real Neo4j when one is needed. */

export const settings = {
  testEnvironment: "node",
  setupFiles: ["reflect-metadata"],
  roots: ["<rootDir>/tests"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
        },
      },
    ],
  },
  globalSetup: "<rootDir>/tests/support/globalSetup.js",
  globalTeardown: "<rootDir>/tests/support/globalTeardown.js",
  // Databases start in these tests, possibly on busy machines.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/tests/support/sequencer.js",
  maxWorkers: 2,
  // Jest keeps the modules of each file, some 60 MB: a worker that has run for long is replaced.
  workerIdleMemoryLimit: "1GB",
};
