// How many answers a second: as many connections as given, each asking again as soon as it is answered.
import { openConnection } from "./connection.js";
import { processorTime } from "./processes.js";

/**
 * Asks for a while, or once on each connection if that takes longer.
 * @param message the bytes of the request.
 * @param pids the processes of the server and of the database.
 * @returns answers a second, and the processor milliseconds of each process for one answer.
 * @throws Error at the first answer that isn't 200.
 */
export async function throughput({ url, pid }, message, connections, milliseconds, database) {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)));
  try {
    const before = [processorTime(pid), processorTime(database)];
    const begun = performance.now();
    const end = begun + milliseconds;
    let answers = 0;
    await Promise.all(
      open.map(async ({ ask }) => {
        do {
          const { status, body } = await ask(message);
          if (status !== 200) throw new Error(`${url} answered ${status}: ${body.toString().slice(0, 500)}`);
          answers += 1;
        } while (performance.now() < end);
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    const [node, graph] = [processorTime(pid) - before[0], processorTime(database) - before[1]];
    return { perSecond: answers / seconds, node: node / answers, database: graph / answers };
  } finally {
    for (const { close } of open) close();
  }
}
