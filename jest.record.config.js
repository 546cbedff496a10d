/** The tests of the whole record, which `npm run test:record` runs: loading it takes minutes. */
import { settings } from "./tests/support/jestSettings.js";
import { demandDataSets } from "./tests/support/leftOut.js";

demandDataSets();

export default { ...settings, testMatch: ["<rootDir>/tests/record.test.ts"] };
