/** The tests that `npm test` runs: all that a clone can, but for those of the record. */
import { settings } from "./tests/support/jestSettings.js";
import { leftOut } from "./tests/support/leftOut.js";

export default {
  ...settings,
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", ...leftOut().map((tests) => `<rootDir>/${tests}`)],
};
