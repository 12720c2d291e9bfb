import { readLine } from "./bench-line";

export type OtherTool = "kube-bench" | "aquasecurity/docker-bench" | "kube-bench or aquasecurity/docker-bench";

const ENOUGH_LINES = 5000;

/**
 * Tells the outputs that look like docker-bench-security's but are not: `[PASS] 1.1.1 Title` without a dash, and JSON with
 * `test_number`. Null when the text is not plainly theirs. Reads the first few thousand lines only.
 */
export function otherToolOf(text: string): OtherTool | null {
  if (text.includes('"test_number"'))
    return text.includes('"node_type"') || text.includes('"Controls"') ? "kube-bench" : "aquasecurity/docker-bench";
  let dashed = 0;
  let undashed = 0;
  let start = 0;
  for (let count = 0; count < ENOUGH_LINES && start < text.length; count += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const { kind } = readLine(text.slice(start, Math.min(end, start + 400)));
    if (kind === "check") dashed += 1;
    if (kind === "no-dash") undashed += 1;
    start = end + 1;
  }
  if (undashed <= dashed) return null;
  if (/Kubernetes|kubelet|etcd|Control Plane|Worker Node/i.test(text.slice(0, 100_000))) return "kube-bench";
  return /docker/i.test(text.slice(0, 100_000)) ? "aquasecurity/docker-bench" : "kube-bench or aquasecurity/docker-bench";
}
