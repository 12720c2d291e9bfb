import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { FindingState } from "@/lib/hardening/states";
import { AppError } from "@/lib/shared/app-error";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { authorize } from "./authorize";
import { prisma } from "./client";
import type { Prisma } from "./generated/client";
import { findRenamedHost } from "./host-names";

/** A host with the roll-up of its current findings. Counts are exact: the ingest transaction writes them. */
export interface HostRow {
  readonly id: number;
  readonly name: string;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly labels: readonly string[];
  readonly timeZone: string | null;
  readonly createdAt: Date;
  /** Null for a host in service; a retired one is in no count. */
  readonly retiredAt: Date | null;
  readonly retiredBy: string | null;
  /** Of the sample fleet. */
  readonly sample: boolean;
  readonly scanCount: number;
  readonly latestScanId: number | null;
  readonly latestRanAt: Date | null;
  readonly levels: Readonly<Record<"PASS" | "WARN" | "INFO" | "NOTE" | "FAIL", number>>;
  readonly states: Readonly<Record<FindingState, number>>;
  /** Failing findings by primary STRIDE letter. */
  readonly failing: Readonly<Record<StrideLetter, number>>;
  readonly failingUnmapped: number;
}

const columns = {
  id: true,
  name: true,
  environment: true,
  owner: true,
  labels: true,
  timeZone: true,
  createdAt: true,
  retiredAt: true,
  retiredBy: true,
  sample: true,
  scanCount: true,
  latestScanId: true,
  latestRanAt: true,
  levelPass: true,
  levelWarn: true,
  levelInfo: true,
  levelNote: true,
  levelFail: true,
  open: true,
  inProgress: true,
  awaitingVerification: true,
  hardened: true,
  regressed: true,
  accepted: true,
  notApplicable: true,
  needsReview: true,
  notAssessable: true,
  failingS: true,
  failingT: true,
  failingR: true,
  failingI: true,
  failingD: true,
  failingE: true,
  failingUnmapped: true,
} satisfies Prisma.HostSelect;

type HostRecord = Prisma.HostGetPayload<{ select: typeof columns }>;

function toRow(host: HostRecord): HostRow {
  const failing = Object.fromEntries(STRIDE_LETTERS.map((letter) => [letter, host[`failing${letter}`]])) as Record<StrideLetter, number>;
  return {
    id: host.id,
    name: host.name,
    environment: host.environment,
    owner: host.owner,
    labels: host.labels,
    timeZone: host.timeZone,
    createdAt: host.createdAt,
    retiredAt: host.retiredAt,
    retiredBy: host.retiredBy,
    sample: host.sample,
    scanCount: host.scanCount,
    latestScanId: host.latestScanId,
    latestRanAt: host.latestRanAt,
    levels: { PASS: host.levelPass, WARN: host.levelWarn, INFO: host.levelInfo, NOTE: host.levelNote, FAIL: host.levelFail },
    states: {
      open: host.open,
      in_progress: host.inProgress,
      awaiting_verification: host.awaitingVerification,
      hardened: host.hardened,
      regressed: host.regressed,
      accepted: host.accepted,
      not_applicable: host.notApplicable,
      needs_review: host.needsReview,
      not_assessable: host.notAssessable,
    },
    failing,
    failingUnmapped: host.failingUnmapped,
  };
}

/** Failing and not accepted: what somebody still has to do something about. */
export const openCount = (host: Pick<HostRow, "states">): number =>
  host.states.open + host.states.in_progress + host.states.awaiting_verification + host.states.regressed;

export interface HostFilter {
  /** Part of the name, any case. */
  readonly q?: string;
  /** Only hosts whose newest scan is older than this, or that have none. */
  readonly silentBefore?: Date;
  /** Only retired hosts, or only those in service; all when it is left out. */
  readonly retired?: boolean;
}

const where = (filter: HostFilter): Prisma.HostWhereInput => ({
  ...(filter.q ? { name: { contains: filter.q, mode: "insensitive" } } : {}),
  ...(filter.silentBefore ? { retiredAt: null, OR: [{ latestRanAt: null }, { latestRanAt: { lt: filter.silentBefore } }] } : {}),
  ...(filter.retired === undefined ? {} : { retiredAt: filter.retired ? { not: null } : null }),
});

/** Hosts by id, in the order of the ids; unknown ones are simply missing. At most 500. */
export async function listHostsById(viewer: Viewer, ids: readonly number[]): Promise<HostRow[]> {
  authorize(viewer, "host:read");
  const rows = await prisma().host.findMany({ where: { id: { in: [...ids] } }, take: 500, select: columns });
  const byId = new Map(rows.map((host) => [host.id, toRow(host)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Hosts by name, cursor-paged. */
export async function listHosts(viewer: Viewer, filter: HostFilter, page: PageRequest): Promise<Page<HostRow>> {
  authorize(viewer, "host:read");
  const rows = await prisma().host.findMany({
    where: { AND: [where(filter), page.cursor === null ? {} : { name: { gt: page.cursor } }] },
    orderBy: { name: "asc" },
    take: page.limit + 1,
    select: columns,
  });
  return toPage(rows, page.limit, (host) => host.name, toRow);
}

export async function getHost(viewer: Viewer, name: string): Promise<HostRow | null> {
  authorize(viewer, "host:read");
  const host = await prisma().host.findUnique({ where: { name }, select: columns });
  return host === null ? null : toRow(host);
}

/** The names that begin like `prefix`, for suggestions; at most `limit`. */
export async function suggestHostNames(viewer: Viewer, prefix: string, limit: number): Promise<string[]> {
  authorize(viewer, "host:read");
  const rows = await prisma().host.findMany({
    where: { name: { startsWith: prefix, mode: "insensitive" } },
    orderBy: { name: "asc" },
    take: limit,
    select: { name: true },
  });
  return rows.map((host) => host.name);
}

/** The host that has this name, or had it. */
export async function findHost(viewer: Viewer, name: string): Promise<HostRow | null> {
  const renamed = (await getHost(viewer, name)) ?? (await findRenamedHost(viewer, name));
  return typeof renamed === "string" ? getHost(viewer, renamed) : renamed;
}

/** The same, or a refusal that names it. */
export async function requireHost(viewer: Viewer, name: string): Promise<HostRow> {
  const host = await findHost(viewer, name);
  if (host === null) throw new AppError("not-found", `There is no host called ${name}.`);
  return host;
}

/** The host, by the number that stays whatever its name is. */
export async function requireHostById(viewer: Viewer, id: number): Promise<HostRow> {
  const [host] = await listHostsById(viewer, [id]);
  if (host === undefined) throw new AppError("not-found", "This host is gone: somebody deleted it, or merged it into another.");
  return host;
}
