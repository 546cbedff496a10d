// How long answers take when requests arrive at a given rate, whether or not earlier ones are answered: what users see.
import { setTimeout as pause } from "node:timers/promises";
import { openConnection } from "./connection.js";
import { rank } from "./statistics.js";

const most = 64;

/**
 * Sends requests at a steady rate. A request that finds no free connection waits, and its time counts from when it was due.
 * @returns percentiles in milliseconds.
 */
export async function openLoop({ url }, message, perSecond, milliseconds) {
  const free = await Promise.all(Array.from({ length: most }, () => openConnection(url)));
  const all = [...free];
  const waiting = [];
  const times = [];
  const count = Math.max(20, Math.round((perSecond * milliseconds) / 1000));
  const begun = performance.now();
  const answered = [];
  const send = async (connection, due) => {
    await connection.ask(message);
    times.push(performance.now() - due);
    const next = waiting.shift();
    if (next) await next(connection);
    else free.push(connection);
  };
  try {
    for (let index = 0; index < count; index += 1) {
      const due = begun + (index * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await pause(early);
      const connection = free.pop();
      answered.push(
        connection
          ? send(connection, due)
          : new Promise((resolve, reject) => {
              waiting.push((freed) => send(freed, due).then(resolve, reject));
            }),
      );
    }
    await Promise.all(answered);
    return {
      requests: count,
      perSecond,
      ...Object.fromEntries([50, 95, 99].map((share) => [`p${share}`, rank(times, share / 100)])),
    };
  } finally {
    for (const { close } of all) close();
  }
}
