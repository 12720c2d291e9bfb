import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { counted } from "@/lib/shared/counted";
import { recordBulk } from "./bulk-actions";
import type { Sql } from "./transaction";

/** What the undo of decisions made in one action needs: how they were made. */
export const StoredDecisions = z.object({
  decisions: z.array(z.object({ id: z.int(), status: z.enum(["requested", "approved"]) })),
});

interface MadeAtOnce {
  readonly decisions: readonly { readonly id: number }[];
  readonly requested: boolean;
  readonly refused: readonly { readonly findingId: number; readonly host: string; readonly title: string; readonly reason: string }[];
  /** Hosts of all of them. */
  readonly hosts: number;
}

/** Remembers decisions that were made in one action, in its transaction. Answers what takes them back; null where nothing was made. */
export async function rememberDecisions(
  sql: Sql,
  viewer: Viewer,
  { decisions, requested, refused, hosts }: MadeAtOnce,
): Promise<number | null> {
  if (decisions.length === 0) return null;
  return recordBulk(sql, viewer, {
    kind: "decisions.make",
    summary: `${counted(decisions.length, "decision")} ${requested ? "asked for" : "made"} over ${counted(hosts, "host")}`,
    failures: refused.map(({ findingId, host, title, reason }) => ({
      what: `${title} on ${host}`,
      href: `/hosts/${encodeURIComponent(host)}?state=all&finding=${findingId}`,
      reason,
    })),
    undo: {
      decisions: decisions.map(({ id }) => ({ id, status: requested ? "requested" : "approved" })),
    } satisfies z.input<typeof StoredDecisions>,
  });
}
