// The other process of stale.js: commits at random moments, and tells of each commit once it is acknowledged.
import { setTimeout as pause } from "node:timers/promises";
import neo4j from "neo4j-driver";

const { uri, user, password, ids } = JSON.parse(process.env.ADDRESS);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));

for (let version = 1; ; version += 1) {
  const session = driver.session();
  if (version % 10 === 0) {
    await session.run('CREATE (:Node:Topic {id: "topic:written-" + $version, name: "Written", sortKey: "written"})', {
      version: String(version),
    });
    process.send({});
  } else {
    const id = ids[Math.floor(Math.random() * ids.length)];
    await session.run('MATCH (node:Node {id: $id}) SET node.summary = "version " + $version', {
      id,
      version: String(version),
    });
    process.send({ id, version });
  }
  await session.close();
  // Bursts and pauses.
  await pause(Math.random() < 0.5 ? Math.random() * 5 : Math.random() * 100);
}
