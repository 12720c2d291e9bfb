import { z } from "zod";
import { DIFF_CAUSES } from "@/lib/hardening/diff";
import { GATE_CODES, GATE_MODES } from "@/lib/hardening/gate";
import { level, outcome, scan, severity, strideLetters } from "./schemas";

const printed = z.object({ level, outcome }).nullable();

const diffEntry = z
  .object({
    control: z.string().nullable(),
    id: z.string().nullable().describe("The number in the newer scan's edition"),
    idBefore: z.string().nullable().describe("The number it had before; another one in another edition is no change"),
    title: z.string(),
    stride: strideLetters,
    items: z.array(z.string()),
    itemsGained: z.array(z.string()),
    itemsLost: z.array(z.string()),
    from: printed.describe("What was known before; null: nothing"),
    to: printed.describe("What the newer scan printed; null: it does not print the control"),
    why: z
      .enum(DIFF_CAUSES)
      .nullable()
      .describe(
        "Why it newly fails, or is not printed; scanner_changed: the tool asks something else, the host got neither worse nor better",
      ),
  })
  .meta({ id: "DiffEntry" });

export const scanDiff = z
  .object({
    base: z.int().nullable().describe("Newest earlier scan; null for the first scan of a host"),
    newlyFailing: z.array(diffEntry),
    fixed: z.array(diffEntry),
    stillFailing: z.array(diffEntry),
    changedItems: z.array(diffEntry),
    notAssessed: z.array(diffEntry),
    rest: z
      .object({ unchanged: z.int(), newlyPassing: z.int(), newlyUndecided: z.int() })
      .describe("Controls of the newer scan that are in no class: as before, or passing or undecided for the first time"),
  })
  .meta({ id: "ScanDiff", description: "Five exclusive classes; absent is never fixed" });

const gateRemark = z
  .object({
    code: z.enum(GATE_CODES),
    message: z.string().describe("One sentence for a build log"),
    control: z.string().nullable(),
    id: z.string().nullable().describe("The number in the scan's edition"),
    title: z.string().nullable(),
    severity: severity.nullable(),
    items: z.array(z.string()).describe("Failing items; of items_gained the new ones that nobody accepted"),
    count: z.int().nullable().describe("Where it is about several findings together"),
  })
  .meta({ id: "GateRemark" });

export const uploadAnswer = z
  .object({
    scan,
    diff: scanDiff,
    duplicate: z.boolean().describe("True when the scan was there already"),
    warnings: z.array(z.string()),
    runs: z.array(z.object({ firstLine: z.int(), lastLine: z.int(), complete: z.boolean(), checks: z.int(), taken: z.boolean() })),
    gate: z.enum(["pass", "fail"]).optional().describe("Where the request asked for a gate"),
    gateMode: z.enum(GATE_MODES).optional(),
    gateScanId: z.int().optional().describe("The scan that was judged: the newest of this upload"),
    gateReasons: z.array(gateRemark).optional().describe("Why it fails; none when it passes"),
    gateNotes: z
      .array(gateRemark)
      .optional()
      .describe("What did not count, and why: accepted risks, the scanner's changes, what was not assessed, a first or a late scan"),
    scans: z.array(scan).optional().describe("With runs=all: every scan stored from this file"),
  })
  .meta({ id: "UploadAnswer" });

const scanResult = z
  .object({
    id: z.string().nullable(),
    title: z.string(),
    control: z.string().nullable(),
    level,
    outcome,
    items: z.array(z.string()),
    line: z.int().nullable(),
    stride: strideLetters,
  })
  .meta({ id: "ScanResult" });

export const scanDetail = scan
  .extend({
    results: z.array(scanResult),
    skippedLines: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string() })),
  })
  .meta({ id: "ScanDetail" });
