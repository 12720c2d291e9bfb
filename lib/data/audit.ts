import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Prisma } from "./generated/client";
import type { Sql } from "./transaction";

/** One change a person or a token made. Never holds a secret. */
export interface AuditEntry {
  /** Verb and noun: "scan.upload", "task.create", "user.role". */
  readonly action: string;
  /** What it was done to, as people name it: "host web-01", "task 12". */
  readonly object: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A transaction, whichever way it was opened. */
type Writer = Sql | Pick<Prisma.TransactionClient, "auditEvent">;

/** Writes who, what, when and from where, in the transaction of the change: no entry, no change. */
export async function recordAudit(writer: Writer, viewer: Viewer, { action, object, before, after }: AuditEntry): Promise<void> {
  const who = { actor: actorName(viewer), actorId: viewer.userId, address: viewer.address };
  if ("auditEvent" in writer) {
    const changes = {
      ...(before === undefined ? {} : { before: asJson(before) }),
      ...(after === undefined ? {} : { after: asJson(after) }),
    };
    await writer.auditEvent.create({ data: { ...who, action, object, ...changes } });
    return;
  }
  await writer.query({
    name: "record-audit",
    text: "insert into audit_event (actor, actor_id, action, object, before, after, address) values ($1, $2, $3, $4, $5, $6, $7)",
    values: [who.actor, who.actorId, action, object, textOf(before), textOf(after), who.address],
  });
}

const textOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

// What is written is JSON by way of its text, so that dates and undefined fields look the same from either side.
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));

/** How a viewer is named in histories: a token says that it is one. */
export const actorName = (viewer: Viewer): string => (viewer.kind === "token" ? `token ${viewer.name}` : viewer.name);
