/** The tests of the whole record, which `npm run test:record` runs: loading it takes minutes. */
import base from "./jest.config.js";

if (!process.env.ENTENTE_DATA) {
  console.error(
    "The tests of the record need the full data sets, and ENTENTE_DATA is not set. " +
      "Set it to the folder that holds them; docs/record.md says where each is published.",
  );
  process.exit(1);
}

export default { ...base, testMatch: ["<rootDir>/tests/record.test.ts"], testPathIgnorePatterns: ["/node_modules/"] };
