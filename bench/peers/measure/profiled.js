// Loaded before a server (node --import): every statement that it sends is profiled, and its database hits are reported
// to the parent process.
import { createRequire } from "node:module";

const neo4j = createRequire(process.argv[1])("neo4j-driver");
const session = neo4j.driver("bolt://127.0.0.1:1").session();
const transaction = session.beginTransaction();
transaction.catch(() => undefined);

for (const prototype of [Object.getPrototypeOf(session), Object.getPrototypeOf(Object.getPrototypeOf(transaction))]) {
  const { run } = prototype;
  prototype.run = function profiled(text, ...rest) {
    if (/^(EXPLAIN|SHOW|CREATE|DROP)\b/.test(text)) return run.call(this, text, ...rest);
    const result = run.call(this, `PROFILE ${text}`, ...rest);
    result.then(
      ({ summary }) => process.send({ text, hits: hitsOf(summary.profile) }),
      () => undefined,
    );
    return result;
  };
}

function hitsOf(plan) {
  return plan ? Number(plan.dbHits ?? 0) + plan.children.map(hitsOf).reduce((a, b) => a + b, 0) : 0;
}
