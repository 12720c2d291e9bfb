import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { contentOf, dropUnusedContent } from "./drop-content";
import { lockAllHosts } from "./host-names";
import type { LockedHost } from "./host-state";
import { placeScans } from "./place-scans";
import { refoldRearranged, statesBefore } from "./rearrange-host";
import { renameLocked } from "./rename-host";
import { setRetired } from "./retire-host";
import { type Sql, transaction } from "./transaction";

/** What people say of a host. */
export interface HostFacts {
  readonly environment: string | null;
  readonly owner: string | null;
  readonly labels: readonly string[];
  /** IANA; null for none. */
  readonly timeZone: string | null;
}

/** What an edit may hold; what is absent stays. */
export type HostEdit = { readonly [Fact in keyof HostFacts]?: HostFacts[Fact] | undefined } & {
  readonly name?: string | undefined;
  readonly retired?: boolean | undefined;
};

/**
 * Changes what people say of a host; what is left out stays. `read` is what the editor saw: where somebody changed one of the edited
 * fields since, nothing is stored. Another zone dates the scans anew that were dated by the old one, and the host folds again.
 */
export async function editHost(viewer: Viewer, hostId: number, edit: HostEdit, read: Partial<HostFacts> = {}): Promise<void> {
  authorize(viewer, "host:edit");
  const wanted = checkedFacts(edit);
  await transaction(async (sql) => {
    const [host] = await lockAllHosts(sql, [hostId]);
    if (host === undefined) return;
    const before = await readFacts(sql, hostId);
    refuseLostUpdate(before, wanted, read);
    const name = edit.name === undefined ? host.name : await renameLocked(sql, viewer, host, edit.name);
    const named = { ...host, name };
    if (edit.retired !== undefined) await setRetired(sql, viewer, named, edit.retired);
    const changed = FACTS.filter((fact) => fact in wanted && !same(before[fact], wanted[fact]));
    if (changed.length === 0) return;
    const after = { ...before, ...wanted };
    await sql.query("update host set environment = $2, owner = $3, labels = $4, time_zone = $5 where id = $1", [
      hostId,
      after.environment,
      after.owner,
      after.labels,
      after.timeZone,
    ]);
    if (changed.includes("timeZone")) await redate(sql, { ...named, timeZone: after.timeZone });
    const pick = (facts: HostFacts) => Object.fromEntries(changed.map((fact) => [fact, facts[fact]]));
    await recordAudit(sql, viewer, { action: "host.edit", object: `host ${name}`, before: pick(before), after: pick(after) });
  });
}

const FACTS = ["environment", "owner", "labels", "timeZone"] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function readFacts(sql: Sql, hostId: number): Promise<HostFacts> {
  const { rows } = await sql.query<HostFacts>(`select environment, owner, labels, time_zone as "timeZone" from host where id = $1`, [
    hostId,
  ]);
  if (rows[0] === undefined) throw new Error("a locked host went away");
  return rows[0];
}

function refuseLostUpdate(now: HostFacts, wanted: Partial<HostFacts>, read: Partial<HostFacts>): void {
  const lost = FACTS.some((fact) => fact in wanted && fact in read && !same(now[fact], read[fact]) && !same(now[fact], wanted[fact]));
  if (lost) throw new AppError("conflict", "Somebody else changed this host meanwhile. Look at what it says now and try again.");
}

const LIMITS = { text: 100, labels: 20, label: 50 } as const;

function checkedFacts(edit: HostEdit): Partial<HostFacts> {
  return {
    ...(edit.environment === undefined ? {} : { environment: checkedText(edit.environment, "environment") }),
    ...(edit.owner === undefined ? {} : { owner: checkedText(edit.owner, "owner") }),
    ...(edit.labels === undefined ? {} : { labels: checkedLabels(edit.labels) }),
    ...(edit.timeZone === undefined ? {} : { timeZone: checkedZone(edit.timeZone) }),
  };
}

function checkedText(given: string | null, field: string): string | null {
  const text = given?.normalize("NFKC").trim() || null;
  if (text !== null && text.length > LIMITS.text) {
    throw new AppError("invalid-input", `At most ${LIMITS.text} characters; this has ${text.length}.`, { detail: { field } });
  }
  return text;
}

function checkedLabels(given: readonly string[]): string[] {
  const labels = [...new Set(given.map((label) => label.normalize("NFKC").trim()).filter((label) => label !== ""))].sort();
  const refuse = (message: string) => new AppError("invalid-input", message, { detail: { field: "labels" } });
  if (labels.length > LIMITS.labels) throw refuse(`A host has at most ${LIMITS.labels} labels; these are ${labels.length}.`);
  const long = labels.find((label) => label.length > LIMITS.label);
  if (long !== undefined) throw refuse(`A label has at most ${LIMITS.label} characters; "${long.slice(0, 20)}…" has ${long.length}.`);
  if (labels.some((label) => label.includes(","))) throw refuse("A label must not hold a comma: it separates labels.");
  return labels;
}

function checkedZone(given: string | null): string | null {
  const zone = given?.trim() || null;
  if (zone === null) return null;
  try {
    // Offsets such as "+02:00" are taken by the platform too, but no machine's clock keeps one all year by itself.
    if (/^[+-]/.test(zone)) throw new RangeError(zone);
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    const message = `There is no time zone called "${zone}". Expected an IANA name such as Europe/Berlin.`;
    throw new AppError("invalid-input", message, { cause, detail: { field: "timeZone", expected: "an IANA name", found: zone } });
  }
}

async function redate(sql: Sql, host: LockedHost): Promise<void> {
  const { rows } = await sql.query<{ id: number }>("select id from scan where host_id = $1 and wall_clock is not null", [host.id]);
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const [states, content] = [await statesBefore(sql, [host]), await contentOf(sql, ids)];
  await placeScans(sql, host, ids);
  for (const before of states.values()) await refoldRearranged(sql, host, before);
  await dropUnusedContent(sql, content);
}
