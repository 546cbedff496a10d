/** What takes long and changes seldom, which `npm run test:long` runs: kills, and the whole record twice. */
import { settings } from "./tests/support/jestSettings.js";
import { demandDataSets } from "./tests/support/leftOut.js";

demandDataSets();

export default { ...settings, testMatch: ["<rootDir>/tests/long/**/*.test.ts"] };
