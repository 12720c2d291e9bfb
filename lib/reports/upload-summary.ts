import { displayTitle } from "../catalogue/normalise-title";
import { byNumber, type DiffEntry, type ScanDiff } from "../hardening/diff";
import type { GateVerdict } from "../hardening/gate";
import { gateHeadline, gateSentence } from "../hardening/gate-words";
import { counted } from "../shared/counted";
import { plainLine } from "../shared/plain-line";
import { someOf } from "../shared/some-of";

/** An upload, as far as its text tells of it. */
export interface SummarisedUpload {
  readonly scan: {
    readonly id: number;
    readonly host: string;
    readonly ranAt: Date;
    readonly complete: boolean;
    readonly url: string;
  };
  readonly diff: ScanDiff;
  /** True when the bytes, or their runs, were there already. */
  readonly isKnown: boolean;
  readonly warnings: readonly string[];
  readonly gate: (GateVerdict & { readonly scanId: number }) | null;
}

/** Names of items in one entry; the rest is counted. */
const NAMED_ITEMS = 10;

/**
 * What became of an upload, for shells and build logs: lines of `key: value` that a script can look for, an empty line, and the same in
 * words. Every line that holds text of the log is indented or begins with words of ours, so no log can forge a key.
 */
export const uploadSummary = (upload: SummarisedUpload): string => `${[...keyLines(upload), "", ...wordLines(upload)].join("\n")}\n`;

function keyLines({ scan, diff, isKnown, gate }: SummarisedUpload): string[] {
  const changed = diff.newlyFailing.length + diff.fixed.length + diff.changedItems.length > 0;
  const keys: [string, string | number][] = [
    ["scan", scan.id],
    ["host", plainLine(scan.host)],
    ["ran at", scan.ranAt.toISOString()],
    ["stored", isKnown ? "known" : "new"],
    ["complete", scan.complete ? "yes" : "no"],
    ["base", diff.base ?? "none"],
    ["newly failing", diff.newlyFailing.length],
    ["fixed", diff.fixed.length],
    ["changed items", diff.changedItems.length],
    ["still failing", diff.stillFailing.length],
    ["not assessed", diff.notAssessed.length],
    ["changed", changed ? "yes" : "no"],
    ["url", scan.url],
  ];
  if (gate !== null) keys.push(["gate", gate.passes ? "pass" : "fail"], ["gate scan", gate.scanId]);
  return keys.map(([key, value]) => `${key}: ${value}`);
}

function wordLines({ scan, diff, isKnown, warnings, gate }: SummarisedUpload): string[] {
  const known = isKnown ? "; it was there already, and nothing changed by sending it again" : "";
  const base = diff.base === null ? "Nothing was known before it" : `Against all that was known, up to scan ${diff.base}`;
  return [
    `Scan ${scan.id} of ${plainLine(scan.host)} is stored${known}: ${scan.url}`,
    `${base}: ${classesOf(diff)}.`,
    ...warnings.map((warning) => `Note: ${plainLine(warning)}`),
    ...listed("Newly failing", diff.newlyFailing, (entry) => [causeOf(entry), ...items("for", entry.items)]),
    ...listed("Fixed", diff.fixed, () => []),
    ...listed("Changed items", diff.changedItems, ({ itemsGained, itemsLost }) => [
      ...items("new", itemsGained),
      ...items("gone", itemsLost),
    ]),
    ...listed("Not assessed by this scan; never counted as fixed", diff.notAssessed, () => []),
    ...(gate === null
      ? []
      : ["", gateHeadline(gate), ...[...gate.reasons, ...gate.notes].map((remark) => `  ${gateSentence(remark, gate.rule)}`)]),
  ];
}

const classesOf = (diff: ScanDiff): string =>
  [
    `${diff.newlyFailing.length} newly failing`,
    `${diff.fixed.length} fixed`,
    `${diff.changedItems.length} with changed items`,
    `${diff.stillFailing.length} still failing`,
    `${counted(diff.notAssessed.length, "check")} not assessed`,
  ].join(", ");

function listed(title: string, entries: readonly DiffEntry[], detail: (entry: DiffEntry) => readonly string[]): string[] {
  if (entries.length === 0) return [];
  return [
    "",
    `${title}: ${entries.length}`,
    ...[...entries].sort(byNumber).map(
      (entry) =>
        `  ${nameOf(entry)}${detail(entry)
          .map((part) => `; ${part}`)
          .join("")}`,
    ),
  ];
}

const nameOf = ({ id, title }: DiffEntry): string => plainLine([id, displayTitle(title)].filter(Boolean).join(" "));

const causeOf = ({ why }: DiffEntry): string =>
  why === "regressed" ? "regressed" : why === "scanner_changed" ? "the scanner changed" : "first seen failing";

const items = (word: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${word} ${someOf(names.map(plainLine), NAMED_ITEMS)}`];
