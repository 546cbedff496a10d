import { pino, type Logger } from "pino";
import pretty from "pino-pretty";

/** The log: JSON lines, or on a terminal lines for people. @param level the least that is written. */
export function logTo(level: string, stream: NodeJS.WriteStream = process.stdout): Logger {
  if (!stream.isTTY) return pino({ level }, stream);
  return pino({ level, base: null }, pretty({ ignore: "pid,hostname", destination: stream, sync: true }) as never);
}
