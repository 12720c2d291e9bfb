import { z } from "zod";
import { LEVELS } from "@/lib/bench/report";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { SERVICE_STANDINGS } from "@/lib/hardening/service-levels";
import { FINDING_STATES } from "@/lib/hardening/states";
import { DEFAULT_PAGE_SIZE } from "@/lib/shared/page";
import { rowId } from "@/lib/shared/row-id";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { TASK_PRIORITIES } from "@/lib/tasks/task-priority";
import { TASK_STATUSES } from "@/lib/tasks/task-status";

// The shapes of the outside: what the API takes and answers. The OpenAPI document is generated from these.

export const instant = z.iso.datetime({ offset: true }).describe("ISO 8601, answered in UTC");
export const strideLetters = z.array(z.enum(STRIDE_LETTERS)).describe("STRIDE letters, primary first");
export const level = z.enum(LEVELS).describe("As the tool printed it");
export const outcome = z.enum(["fail", "pass", "manual", "info"]);
export const severity = z.enum(SEVERITIES);
export const findingState = z.enum(FINDING_STATES);
export const taskStatus = z.enum(TASK_STATUSES);
/** A page of `items`; `nextCursor` goes into the next request's `cursor`. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Of an address that names one thing by its number. */
export const idParams = z.object({ id: rowId });

export const pageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).default(DEFAULT_PAGE_SIZE).describe("A larger limit than 500 is clamped"),
});

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    reason: z.string().optional().describe("What exactly, where a code stands for several: not-a-report, archive, bad-gzip, …"),
    id: z.string().optional().describe("Quote this when you report a fault"),
    line: z.int().optional(),
    column: z.int().optional(),
    expected: z.string().optional(),
    found: z.string().optional(),
  })
  .meta({ id: "Problem", description: "application/problem+json" });

export const levelCounts = z
  .object({ PASS: z.int(), WARN: z.int(), INFO: z.int(), NOTE: z.int(), FAIL: z.int() })
  .meta({ id: "LevelCounts" });

export const scan = z
  .object({
    id: z.int(),
    host: z.string(),
    tool: z.string().describe("docker-bench-security, aqua-docker-bench or kube-bench"),
    format: z.string(),
    headerVersion: z.string().nullable().describe("What the log's banner says; it does not tell the edition"),
    edition: z.string().nullable(),
    editionCandidates: z.array(z.string()),
    ranAt: instant,
    timeSource: z.enum(["stated", "log", "log_assumed_zone", "upload"]),
    loggedAt: instant.nullable().describe("The log's own time, where the caller stated another"),
    complete: z.boolean(),
    checks: z.int().describe("Results read"),
    toolChecks: z.int().nullable().describe("The tool's own count"),
    toolScore: z.int().nullable().describe("The tool's own score"),
    unmapped: z.int().describe("Results whose title no catalogue knows"),
    skipped: z.int().describe("Lines that were not understood; see the scan's page"),
    counts: levelCounts,
    uploadedAt: instant,
    uploadedBy: z.string(),
    url: z.string(),
  })
  .meta({ id: "Scan" });

export const host = z
  .object({
    name: z.string(),
    environment: z.string().nullable(),
    owner: z.string().nullable(),
    labels: z.array(z.string()),
    timeZone: z.string().nullable().describe("IANA; dates scans whose logs name no zone"),
    retired: z.boolean().describe("Out of every count until it is scanned again"),
    sample: z.boolean(),
    scans: z.int(),
    latestScanId: z.int().nullable(),
    latestRanAt: instant.nullable(),
    levels: levelCounts,
    states: z.record(findingState, z.int()),
    failing: z.record(z.enum(STRIDE_LETTERS), z.int()).describe("Failing findings by primary STRIDE letter"),
    url: z.string(),
  })
  .meta({ id: "Host" });

export const finding = z
  .object({
    id: z.int(),
    host: z.string(),
    control: z.string().nullable(),
    number: z.string().nullable(),
    title: z.string(),
    level,
    outcome,
    state: findingState,
    stride: strideLetters,
    severity: severity.nullable(),
    items: z.array(z.string()),
    since: instant,
    failingSince: instant.nullable().describe("Start of the present time of failing"),
    targetAt: instant.nullable().describe("Until when its service level wants it fixed; decides no verdict"),
    serviceLevel: z.enum(SERVICE_STANDINGS).describe("How it stands against that now"),
    scanId: z.int().nullable(),
    line: z.int().nullable(),
    assignee: z.string().nullable(),
    dueOn: z.string().nullable(),
    taskId: z.int().nullable(),
  })
  .meta({ id: "Finding" });

export const control = z
  .object({
    slug: z.string(),
    title: z.string(),
    section: z.string(),
    severity,
    stride: strideLetters,
    reasons: z.array(z.object({ letter: z.enum(STRIDE_LETTERS), kind: z.enum(["mitigates", "detects"]), reason: z.string() })),
    mitigation: z.string(),
    numbers: z.record(z.string(), z.string()).describe("Its number in each edition"),
    hostsFailing: z.int(),
  })
  .meta({ id: "Control" });

export const controlDetail = control.extend({ failingOn: z.array(z.string()), truncated: z.boolean() }).meta({ id: "ControlDetail" });

export const task = z
  .object({
    id: z.int(),
    control: z.string().nullable(),
    title: z.string(),
    description: z.string(),
    status: taskStatus,
    priority: z.enum(TASK_PRIORITIES),
    assignee: z.string().nullable(),
    labels: z.array(z.string()),
    dueOn: z.string().nullable(),
    createdAt: instant,
    version: z.int(),
    watchers: z.array(z.string()).describe("E-mail addresses of those who are told what happens to it"),
    progress: z
      .object({ verified: z.int(), of: z.int() })
      .describe("Hosts; those that are accepted or not applicable are in neither number"),
    targets: z.array(
      z.object({
        host: z.string(),
        status: taskStatus,
        verifiedScanId: z.int().nullable(),
        items: z.array(z.string()).nullable().describe("The items it is about; null for the check as a whole"),
        itemsFixed: z
          .object({ fixed: z.int(), of: z.int() })
          .nullable()
          .describe("Of what failed when the task was made; null where the check names no items"),
      }),
    ),
    url: z.string(),
  })
  .meta({ id: "Task" });
