// Is the machine idle? A fixed loop on two cores at once, five times: the slowest run against the best, which is
// the processor time needed. Time limits apply only if the ratio is at most 1.3.
// Run: npm run bench:machine. It fails on a busy machine.
import { writeFileSync } from "node:fs";
import os from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

const quiet = 1.3;

if (isMainThread) {
  const milliseconds = [];
  const processorTimes = [];
  for (let each = 0; each < 5; each += 1) {
    const before = process.cpuUsage();
    milliseconds.push(Math.max(...(await Promise.all([loop(), loop()]))));
    const { user, system } = process.cpuUsage(before);
    processorTimes.push(Math.round((user + system) / 2000));
  }
  const best = Math.min(...processorTimes);
  const ratio = Number((Math.max(...milliseconds) / best).toFixed(2));
  const result = { processor: os.cpus()[0].model, best, milliseconds, ratio };
  writeFileSync("bench/results/machine.json", `${JSON.stringify(result, null, 1)}\n`);
  console.log(`${ratio} times its best: the machine is ${ratio <= quiet ? "quiet" : "busy"}.`);
  process.exitCode = ratio <= quiet ? 0 : 1;
} else {
  const begin = performance.now();
  let state = 1;
  for (let each = 0; each < 600_000_000; each += 1) state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
  parentPort.postMessage([Math.round(performance.now() - begin), state]);
}

/** @returns how long one thread takes over the loop, in milliseconds. */
async function loop() {
  const worker = new Worker(new URL(import.meta.url));
  const [milliseconds] = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  return milliseconds;
}
