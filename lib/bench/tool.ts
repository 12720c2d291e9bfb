import type { BenchFormat } from "./report";

/** The tool behind a format. What one tool does not print says nothing about the checks of another. */
export type Tool = "docker-bench-security" | "aqua-docker-bench" | "kube-bench";

const TOOLS: Readonly<Record<BenchFormat, Tool>> = {
  "docker-bench-text": "docker-bench-security",
  "docker-bench-json": "docker-bench-security",
  "aqua-docker-bench-text": "aqua-docker-bench",
  "aqua-docker-bench-json": "aqua-docker-bench",
  "kube-bench-text": "kube-bench",
  "kube-bench-json": "kube-bench",
};

export const toolOf = (format: BenchFormat): Tool => TOOLS[format];
