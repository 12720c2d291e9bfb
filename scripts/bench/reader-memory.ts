import { readFileSync } from "node:fs";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";

// A process of its own for one reading: prints the most memory it ever held, in bytes.

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Usage: reader-memory FILE");
const { text, remarks } = decodeText(readFileSync(path));
const read = readBench(text, remarks);
if (!read.ok) throw new Error(read.error.message);
console.log(peak());

/** `maxRSS` starts with what the parent held when it forked, so Linux is asked for this process's own mark. */
function peak(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Number(mark) * 1024;
}
