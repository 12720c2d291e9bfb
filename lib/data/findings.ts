import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import type { Severity } from "@/lib/catalogue/judgement";
import type { Outcome } from "@/lib/catalogue/outcome";
import type { Finding } from "@/lib/hardening/finding";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool, prisma } from "./client";
import type { Prisma } from "./generated/client";

/** One control on one host, as lists show it. */
export interface FindingRow {
  readonly id: number;
  readonly hostId: number;
  readonly host: string;
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly section: string | null;
  readonly level: Level | null;
  readonly outcome: Outcome | null;
  readonly state: FindingState;
  readonly severity: Severity | null;
  /** Primary first. */
  readonly stride: readonly StrideLetter[];
  readonly items: readonly string[];
  readonly since: Date;
  readonly firstSeenAt: Date;
  readonly scanId: number | null;
  readonly line: number | null;
  readonly assignee: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly taskId: number | null;
  readonly dueOn: Date | null;
}

const columns = {
  id: true,
  hostId: true,
  key: true,
  control: true,
  number: true,
  title: true,
  section: true,
  level: true,
  outcome: true,
  state: true,
  severity: true,
  stride: true,
  fold: true,
  since: true,
  firstSeenAt: true,
  line: true,
  taskId: true,
  dueOn: true,
  host: { select: { name: true } },
  assignee: { select: { id: true, name: true, email: true } },
} satisfies Prisma.FindingSelect;

type FindingRecord = Prisma.FindingGetPayload<{ select: typeof columns }>;

function toRow({ fold, host, stride, ...finding }: FindingRecord): FindingRow {
  // What the fold wrote is the fold's own type; nothing else writes this column.
  const { items, evidence } = fold as unknown as Finding;
  return {
    ...finding,
    host: host.name,
    stride: stride as StrideLetter[],
    items: items.map((item) => item.name),
    scanId: evidence?.scanId ?? null,
  };
}

export interface FindingFilter {
  readonly states?: readonly FindingState[];
  /** Any of these letters, primary or not. */
  readonly stride?: readonly StrideLetter[];
  /** Any of these letters as the primary one: how totals count. */
  readonly primary?: readonly StrideLetter[];
  readonly control?: string;
  readonly host?: string;
  readonly section?: string;
  readonly levels?: readonly Level[];
  /** E-mail address, or null for nobody. */
  readonly assignee?: string | null;
  readonly assigneeId?: string;
  /** Part of the title or number. */
  readonly text?: string;
}

function where(filter: FindingFilter): Prisma.FindingWhereInput {
  return {
    AND: [
      filter.states ? { state: { in: [...filter.states] } } : {},
      filter.stride ? { stride: { hasSome: [...filter.stride] } } : {},
      filter.primary ? { strideFirst: { in: [...filter.primary] } } : {},
      filter.control ? { key: filter.control } : {},
      filter.host ? { host: { name: filter.host } } : {},
      filter.section ? { section: filter.section } : {},
      filter.levels ? { level: { in: [...filter.levels] } } : {},
      filter.assignee === undefined ? {} : filter.assignee === null ? { assigneeId: null } : { assignee: { email: filter.assignee } },
      filter.assigneeId ? { assigneeId: filter.assigneeId } : {},
      filter.text ? { OR: [{ title: { contains: filter.text, mode: "insensitive" } }, { number: { startsWith: filter.text } }] } : {},
    ],
  };
}

/** Findings across hosts in the order of their ids, cursor-paged. */
export async function listFindings(viewer: Viewer, filter: FindingFilter, page: PageRequest): Promise<Page<FindingRow>> {
  authorize(viewer, "finding:read");
  const after = page.cursor !== null && /^\d{1,10}$/.test(page.cursor) ? Number(page.cursor) : 0;
  const rows = await prisma().finding.findMany({
    where: { AND: [where(filter), { id: { gt: after } }] },
    orderBy: { id: "asc" },
    take: page.limit + 1,
    select: columns,
  });
  return toPage(rows, page.limit, (finding) => String(finding.id), toRow);
}

/** All findings of one host: some 120, a few hundred at the most. Grouping and filtering them is the page's. */
export async function listHostFindings(viewer: Viewer, hostId: number): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  const rows = await prisma().finding.findMany({ where: { hostId }, orderBy: { id: "asc" }, take: 5_000, select: columns });
  return rows.map(toRow);
}

/** One entry of a finding's history. */
export interface FindingEventRow {
  readonly at: Date;
  readonly kind: string;
  readonly from: FindingState | null;
  readonly to: FindingState;
  readonly scanId: number | null;
  readonly actor: string | null;
  readonly itemsGained: readonly string[];
  readonly itemsLost: readonly string[];
  readonly note: string | null;
}

/** What happened to a finding, newest first. */
export async function listFindingEvents(viewer: Viewer, findingId: number, limit: number): Promise<FindingEventRow[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<FindingEventRow>(
    `select e.at, e.kind, e."from", e."to", e.scan_id as "scanId", a.actor, e.items_gained as "itemsGained", e.items_lost as "itemsLost", e.note
     from finding_event e left join act a on a.id = e.act_id where e.finding_id = $1 order by e.seq desc limit $2`,
    [findingId, limit],
  );
  return rows;
}

/** A control that fails on many hosts: one change helps them all. */
export interface FailingControl {
  readonly key: string;
  readonly control: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  readonly hosts: number;
  /** Of the failing ones, those nobody has taken. */
  readonly unassigned: number;
}

/** The controls that fail on most hosts, most first. */
export async function listTopFixes(viewer: Viewer, limit: number): Promise<FailingControl[]> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<FailingControl>(
    `select key, max(control) as control, max(number) as number, max(title) as title, min(severity) as severity,
       min(stride) as stride,
       count(*)::int as hosts, (count(*) filter (where assignee_id is null))::int as unassigned
     from finding where state = any($1::"FindingState"[]) group by key order by hosts desc, min(severity), key limit $2`,
    [FAILING_STATES, limit],
  );
  return rows;
}
