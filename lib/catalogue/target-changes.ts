import { editionAge, getEdition } from "./editions";

/**
 * The first edition that looks at something else under the same control. A control that passed before such an edition and
 * fails in it did not get worse: the scanner changed. Read from the titles and the scripts of the editions.
 */
const NEW_TARGET_FROM: Readonly<Record<string, readonly string[]>> = {
  "audit-containerd-binary": ["v1.3.5"],
  "audit-docker-daemon": ["v1.3.3"],
  "audit-runc-binary": ["v1.3.5", "v1.3.6"],
};

/** The file mode a benchmark of kube-bench asks for: "… set to 600 or more restrictive". */
const modeAskedFor = (control: string, edition: string): string | null =>
  /\b[0-7]{3}\b/.exec(getEdition(edition)?.byControl.get(control)?.title ?? "")?.[0] ?? null;

/** Benchmarks of kube-bench went from 644 to 600 for most files: who passed the one and fails the other did not get worse. */
const modeChangedBetween = (control: string, one: string, other: string): boolean => {
  const [a, b] = [modeAskedFor(control, one), modeAskedFor(control, other)];
  return a !== null && b !== null && a !== b;
};

/** True when a control's target changed after the older of two editions, up to and including the newer. */
export function targetChangedBetween(control: string, one: string, other: string): boolean {
  if (getEdition(one)?.family === "kube-bench") return modeChangedBetween(control, one, other);
  const [a, b] = [editionAge(one), editionAge(other)];
  if (a === undefined || b === undefined) return false;
  return (NEW_TARGET_FROM[control] ?? []).some((key) => {
    const change = editionAge(key);
    return change !== undefined && change > Math.min(a, b) && change <= Math.max(a, b);
  });
}
