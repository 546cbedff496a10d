import { pino, type Logger } from "pino";
import pretty from "pino-pretty";

/** The log: JSON lines, or readable lines on a terminal. @param level the lowest level written. */
export function logTo(level: string, stream: NodeJS.WriteStream = process.stdout): Logger {
  if (!stream.isTTY) return pino({ level }, stream);
  return pino({ level, base: null }, pretty({ ignore: "pid,hostname", destination: stream, sync: true }) as never);
}
