import { STATE_FACTS } from "@/lib/hardening/states";
import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import type { HostQuery } from "./host-filter";

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/**
 * What the list counts, in one sentence: the number that a link here showed must be found again. `sums` are over all hosts that
 * match, `stride` and `state` null where the query does not ask for them.
 */
export function listSummary(
  query: Pick<HostQuery, "stride" | "state" | "control">,
  total: number,
  sums: { readonly failing: number; readonly stride: number | null; readonly state: number | null },
): string {
  const hosts = many(total, "host");
  const counted: string[] = [];
  if (query.stride !== null && sums.stride !== null) {
    counted.push(`${many(sums.stride, "failing finding")} counted under ${STRIDE_CATEGORIES[query.stride].name}`);
  }
  if (query.state === "failing") counted.push(many(sums.failing, "open finding"));
  else if (query.state !== null && sums.state !== null) {
    counted.push(`${many(sums.state, "finding")} in the state ${STATE_FACTS[query.state].label.toLowerCase()}`);
  }
  if (query.control !== null) counted.push(many(total, "failing finding"));
  if (counted.length === 0) return `${many(sums.failing, "open finding")} on ${hosts}`;
  return `${counted.join(", ")} on ${hosts}`;
}

/** The order of the list, in a sentence. */
export function orderWords({ sort, stride, state }: Pick<HostQuery, "sort" | "stride" | "state">): string {
  if (sort === "name") return "By name.";
  if (sort === "scanned") return "Longest unscanned first.";
  if (stride !== null) return `Most under ${STRIDE_CATEGORIES[stride].name} first.`;
  return state === null || state === "failing" ? "Worst first." : "Most of them first.";
}
