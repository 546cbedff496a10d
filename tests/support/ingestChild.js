// A process that ingests one bundle, compiled, into the database of the settings. It reports when it begins.
import "reflect-metadata";

const { pino } = await import("pino");
const { connect } = await import("../../dist/graph/database/driver.js");
const { readAndCheckBundle } = await import("../../dist/ingest/read.js");
const { writeBundle } = await import("../../dist/ingest/ingest.js");

const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
const door = await connect({ uri, user, password }, pino({ level: "silent" }));
const { checked } = await readAndCheckBundle(process.argv[2]);
process.stdout.write("begun\n");
await writeBundle(door, checked, new Date("2026-11-24T12:00:00Z"));
process.stdout.write("ended\n");
await door.close();
