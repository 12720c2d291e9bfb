import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import type { Severity } from "@/lib/catalogue/judgement";
import type { Outcome } from "@/lib/catalogue/outcome";
import type { Finding } from "@/lib/hardening/finding";
import type { FindingFilter } from "@/lib/hardening/finding-filter";
import type { FindingState } from "@/lib/hardening/states";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import type { StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { pool, prisma } from "./client";
import { getFindingScope, matchingFindings } from "./finding-scope";
import type { Prisma } from "./generated/client";

/** One control on one host, as lists show it. */
export interface FindingRow {
  readonly id: number;
  readonly hostId: number;
  readonly host: string;
  readonly environment: string | null;
  readonly hostRetired: boolean;
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
  /** Start of the present time of failing, accepted or not; null while nothing fails. */
  readonly failingSince: Date | null;
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
  failingSince: true,
  line: true,
  taskId: true,
  dueOn: true,
  host: { select: { name: true, environment: true, retiredAt: true } },
  assignee: { select: { id: true, name: true, email: true } },
} satisfies Prisma.FindingSelect;

type FindingRecord = Prisma.FindingGetPayload<{ select: typeof columns }>;

function toRow({ fold, host, stride, ...finding }: FindingRecord): FindingRow {
  // What the fold wrote is the fold's own type; nothing else writes this column.
  const { items, evidence } = fold as unknown as Finding;
  return {
    ...finding,
    host: host.name,
    environment: host.environment,
    hostRetired: host.retiredAt !== null,
    stride: stride as StrideLetter[],
    items: items.map((item) => item.name),
    scanId: evidence?.scanId ?? null,
  };
}

/** Findings across hosts in the order of their ids, cursor-paged. */
export async function listFindings(viewer: Viewer, filter: FindingFilter, page: PageRequest, now = new Date()): Promise<Page<FindingRow>> {
  authorize(viewer, "finding:read");
  const scope = await getFindingScope(viewer, filter, now);
  const values: unknown[] = [afterId(page), page.limit + 1];
  const { rows: ids } = await pool().query<{ id: number }>(
    `select f.id from finding f join host h on h.id = f.host_id where f.id > $1 and ${matchingFindings(viewer, scope, values)}
     order by f.id limit $2`,
    values,
  );
  const rows = await listFindingsById(
    viewer,
    ids.map(({ id }) => id),
  );
  return toPage(
    rows,
    page.limit,
    (finding) => String(finding.id),
    (finding) => finding,
  );
}

/** Findings by id, in the order of the ids; unknown ones are simply missing. For pages: at most 1,001. */
export async function listFindingsById(viewer: Viewer, ids: readonly number[]): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  if (ids.length === 0) return [];
  const rows = await prisma().finding.findMany({ where: { id: { in: [...ids] } }, take: 1_001, select: columns });
  const byId = new Map(rows.map((finding) => [finding.id, toRow(finding)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** All findings of one host: some 120, a few hundred at the most. Grouping and filtering them is the page's. */
export async function listHostFindings(viewer: Viewer, hostId: number): Promise<FindingRow[]> {
  authorize(viewer, "finding:read");
  const rows = await prisma().finding.findMany({ where: { hostId }, orderBy: { id: "asc" }, take: 5_000, select: columns });
  return rows.map(toRow);
}

/** The same in pages, in the order of their ids; also of a host that is retired. */
export async function pageHostFindings(viewer: Viewer, hostId: number, page: PageRequest): Promise<Page<FindingRow>> {
  authorize(viewer, "finding:read");
  const rows = await prisma().finding.findMany({
    where: { hostId, id: { gt: afterId(page) } },
    orderBy: { id: "asc" },
    take: page.limit + 1,
    select: columns,
  });
  return toPage(rows, page.limit, ({ id }) => String(id), toRow);
}

const afterId = ({ cursor }: PageRequest): number => (cursor !== null && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0);

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
