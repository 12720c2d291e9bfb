import type { Viewer } from "@/lib/access/viewer";
import { decisionEnd } from "@/lib/api/decision-end";
import { findingJson } from "@/lib/api/finding-json";
import { actOnFinding as actOperation, getFinding as getOperation } from "@/lib/api/operations/findings";
import { decideOnFindings } from "@/lib/data/decide";
import { type FindingRow, listFindingsById } from "@/lib/data/findings";
import { getServiceClock } from "@/lib/data/service-levels";
import { workOnFinding } from "@/lib/data/work-on-findings";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";

export const GET = apiRoute(getOperation, async ({ viewer, params }) => answerWith(viewer, params.id));

export const PATCH = apiRoute(actOperation, async ({ viewer, params: { id }, body }) => {
  await requireFinding(viewer, id);
  if (body.act === "start") await workOnFinding(viewer, id, { kind: "start" });
  else if (body.act === "says_fixed") await workOnFinding(viewer, id, { kind: "saysFixed" });
  else if (body.act === "reopen") await workOnFinding(viewer, id, { kind: "reopen", reason: body.reason });
  else {
    const { decisions, refused, requested } = await decideOnFindings(viewer, {
      selection: { findingIds: [id] },
      kind: body.act,
      items: body.act === "accept" ? (body.items ?? null) : null,
      reason: body.reason,
      until: decisionEnd("until" in body ? body.until : undefined, new Date()),
    });
    const [decision] = decisions;
    if (decision === undefined) throw new AppError("conflict", refused[0]?.reason ?? "It has no effect there.");
    return { ...(await answerWith(viewer, id)), decision: decision.id, requested };
  }
  return { ...(await answerWith(viewer, id)), decision: null, requested: false };
});

async function answerWith(viewer: Viewer, id: number) {
  const [finding, clock] = await Promise.all([requireFinding(viewer, id), getServiceClock(viewer, new Date())]);
  return findingJson(finding, clock);
}

async function requireFinding(viewer: Viewer, id: number): Promise<FindingRow> {
  const [finding] = await listFindingsById(viewer, [id]);
  if (finding === undefined) throw new AppError("not-found", `There is no finding ${id}.`);
  return finding;
}
