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

/**
 * Scripts that answer otherwise for a host that stayed the same: they pass it in the first edition and warn in the second, on
 * logs of one engine state, so that the change lies after the one and not after the other. Some mended a pattern that never
 * matched (aufs, sensitive mounts), some began to read another file (daemon-wide options).
 */
const NEW_TEST_BETWEEN: Readonly<Record<string, readonly (readonly [passes: string, warns: string])[]>> = {
  aufs: [["v1.3.5", "v1.3.6-20210427"]],
  "base-device-size": [["v1.3.6-20210427", "v1.6.1"]],
  "container-seccomp": [["v1.3.3", "v1.3.4-20190701"]],
  "cpu-priority": [["v1.0.0-20150905", "v1.0.0-20160602"]],
  "daemon-no-new-privileges": [["v1.3.3", "v1.3.4-20180510"]],
  "insecure-registries": [["v1.3.6", "v1.6.0"]],
  "live-restore": [["v1.2.0", "v1.3.0"]],
  "log-level": [["v1.0.0-20160602", "v1.1.0"]],
  "memory-limit": [["v1.0.0-20150905", "v1.0.0-20160602"]],
  "mount-propagation": [["v1.1.0", "v1.3.3"]],
  "registry-cert-permissions": [["v1.1.0", "v1.3.3"]],
  selinux: [["v1.0.0-20150905", "v1.0.0-20160602"]],
  "sensitive-mounts": [
    ["v1.2.0", "v1.3.0"],
    ["v1.3.5", "v1.3.6-20210427"],
  ],
};

/** The file mode a benchmark of kube-bench asks for: "… set to 600 or more restrictive". */
const modeAskedFor = (control: string, edition: string): string | null =>
  /\b[0-7]{3}\b/.exec(getEdition(edition)?.byControl.get(control)?.title ?? "")?.[0] ?? null;

/** Benchmarks of kube-bench went from 644 to 600 for most files: who passed the one and fails the other did not get worse. */
const modeChangedBetween = (control: string, one: string, other: string): boolean => {
  const [a, b] = [modeAskedFor(control, one), modeAskedFor(control, other)];
  return a !== null && b !== null && a !== b;
};

/** True when a control's target, or its test, changed after the older of two editions, up to and including the newer. */
export function targetChangedBetween(control: string, one: string, other: string): boolean {
  if (getEdition(one)?.family === "kube-bench") return modeChangedBetween(control, one, other);
  const [a, b] = [editionAge(one), editionAge(other)];
  if (a === undefined || b === undefined) return false;
  const [older, newer] = [Math.min(a, b), Math.max(a, b)];
  const retargeted = (NEW_TARGET_FROM[control] ?? []).some((key) => isWithin(editionAge(key), older, newer));
  return (
    retargeted || (NEW_TEST_BETWEEN[control] ?? []).some(([passes, warns]) => overlaps(editionAge(passes), editionAge(warns), older, newer))
  );
}

const isWithin = (change: number | undefined, older: number, newer: number): boolean =>
  change !== undefined && change > older && change <= newer;

const overlaps = (passes: number | undefined, warns: number | undefined, older: number, newer: number): boolean =>
  passes !== undefined && warns !== undefined && older < warns && newer > passes;
