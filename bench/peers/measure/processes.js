// What processes used, from the kernel: Linux only.
import { readFileSync } from "node:fs";

/** The processor time of a process and all its threads until now, in milliseconds, to 10 ms. */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The resident memory of a process, in MB. */
export function residentMemory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);
}
