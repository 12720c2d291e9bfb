import { displayTitle } from "@/lib/catalogue/normalise-title";
import { counted } from "@/lib/shared/counted";
import { plainLine } from "@/lib/shared/plain-line";
import { someOf } from "@/lib/shared/some-of";
import type { GateMode, GateRemark, GateRule, GateVerdict } from "./gate";

/** What each mode asks, for people who choose one. */
export const GATE_MEANING: Readonly<Record<GateMode, string>> = {
  regression: "Fails when a check that passed before fails again.",
  new: "Fails when anything fails that did not fail before, or a failing check names new items.",
  threshold: "Fails when the host has more failing checks of a severity than allowed, however old.",
};

/** So many names a line of a build log takes; the rest is counted. */
const NAMED_ITEMS = 5;

const named = (items: readonly string[]): string => someOf(items.map(plainLine), NAMED_ITEMS);

const inBrackets = (items: readonly string[]): string => (items.length === 0 ? "" : ` (${named(items)})`);

const checkOf = ({ id, title }: GateRemark): string =>
  plainLine([id, title && displayTitle(title)].filter((part) => part !== null).join(" "));

const atLeast = ({ severity }: GateRemark): string => (severity === "critical" ? "critical" : `${severity} or higher`);

/** A remark as one sentence for a build log. Text of the log cannot break out of its line. */
export function gateSentence(remark: GateRemark, rule: GateRule): string {
  const { items } = remark;
  const count = remark.count ?? 0;
  switch (remark.code) {
    case "threshold_exceeded":
    case "within_threshold":
      return `${counted(count, "check")} of severity ${atLeast(remark)} ${count === 1 ? "fails" : "fail"}; ${allowed(rule)}.`;
    case "regressed":
      return `${checkOf(remark)}: regressed, it passed before and fails again${inBrackets(items)}.`;
    case "newly_failing":
      return `${checkOf(remark)}: newly failing${inBrackets(items)}.`;
    case "scanner_changed":
      return `${checkOf(remark)}: fails because the scanner changed and asks something else than before, which is no regression${inBrackets(items)}.`;
    case "items_gained":
      return `${checkOf(remark)}: failed before and fails for ${counted(items.length, "more item")} now: ${named(items)}.`;
    case "failing":
      return `${checkOf(remark)}: fails, severity ${remark.severity}${inBrackets(items)}.`;
    case "first_scan":
      return "This is the host's first scan by this tool: nothing was known before, so nothing got worse and the gate passes.";
    case "late_scan":
      return "The host has newer scans. The gate is about what this one changed when it ran.";
    case "incomplete":
      return "The log was cut short. What it does not hold was not assessed.";
    case "not_assessed":
      return `${counted(count, "check")} known from earlier scans ${count === 1 ? "was" : "were"} not assessed by this one: neither passed nor failed, and nothing of it counts as fixed.`;
    case "accepted":
      return count > 0
        ? `${counted(count, "accepted risk")} of severity ${atLeast(remark)} ${count === 1 ? "does" : "do"} not count.`
        : `${checkOf(remark)}: fails, and is an accepted risk${inBrackets(items)}.`;
    case "not_applicable":
      return `${checkOf(remark)}: fails, and was said to be not applicable on this host${inBrackets(items)}.`;
    case "no_severity":
      return `${counted(count, "failing check")} ${count === 1 ? "is" : "are"} in no catalogue, so without a severity, and not counted.`;
  }
}

const allowed = (rule: GateRule): string => {
  const max = rule.mode === "threshold" ? rule.max : 0;
  return `at most ${max} ${max === 1 ? "is" : "are"} allowed`;
};

/** The outcome in one line. */
export function gateHeadline({ rule, passes }: Pick<GateVerdict, "rule" | "passes">): string {
  const asked =
    rule.mode === "threshold"
      ? `threshold: at most ${rule.max} of severity ${rule.severity}${rule.severity === "critical" ? "" : " or higher"}`
      : rule.mode;
  return `Gate (${asked}): ${passes ? "passed" : "FAILED"}.`;
}
