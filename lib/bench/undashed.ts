import { readAquaLine } from "./aqua-line";
import { readLine } from "./bench-line";
import type { BenchRun } from "./report";
import type { Tool } from "./tool";

const ENOUGH_LINES = 5000;

/**
 * True when a text has more lines as kube-bench and aquasecurity's docker-bench print them ("[PASS] 1.1.1 Title") than as
 * docker-bench-security does, which puts a dash after the number. Reads the first few thousand lines only.
 */
export function isUndashed(text: string): boolean {
  let dashed = 0;
  let undashed = 0;
  let start = 0;
  for (let count = 0; count < ENOUGH_LINES && start < text.length; count += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 400));
    const { kind } = readLine(line);
    if (kind === "check") dashed += 1;
    else if ((kind === "no-dash" || kind === "without-id" || kind === "other") && readAquaLine(line).kind === "numbered") undashed += 1;
    start = end + 1;
  }
  return undashed > dashed;
}

const KUBERNETES = /kube|etcd|\bpods?\b|rbac|cluster|service account|admission|namespaces\b|admin\.conf|^minimi[sz]e/i;
const DOCKER = /docker|swarm|containers?\b|images?\b|registr|userland|live restore/i;

/** Which of the two tools printed these runs, which look alike: told by what their titles speak of. */
export function printerOf(runs: readonly BenchRun[]): Exclude<Tool, "docker-bench-security"> {
  let docker = 0;
  let kubernetes = 0;
  for (const { benchmark, results } of runs) {
    if (benchmark?.includes("Docker")) return "aqua-docker-bench";
    for (const { title } of results) {
      if (KUBERNETES.test(title)) kubernetes += 1;
      else if (DOCKER.test(title)) docker += 1;
    }
  }
  return docker > kubernetes ? "aqua-docker-bench" : "kube-bench";
}
