import type { Viewer } from "@/lib/access/viewer";
import { decisionJson, decisionPlaceJson } from "@/lib/api/decision-json";
import { getDecision as getOperation, reviewDecision as reviewOperation } from "@/lib/api/operations/decisions";
import { getDecision, listDecisionPlaces } from "@/lib/data/decisions";
import { approveDecision, declineDecision, withdrawDecision } from "@/lib/data/review-decisions";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";

const PLACES = 1_000;

export const GET = apiRoute(getOperation, async ({ viewer, params }) => detailOf(viewer, params.id));

export const PATCH = apiRoute(reviewOperation, async ({ viewer, params: { id }, body }) => {
  if (body.status === "approved") await approveDecision(viewer, id, body.note);
  else if (body.status === "declined") await declineDecision(viewer, id, body.note);
  else await withdrawDecision(viewer, id, body.reason);
  return detailOf(viewer, id);
});

async function detailOf(viewer: Viewer, id: number): Promise<object> {
  const now = new Date();
  const decision = await getDecision(viewer, id, now);
  if (decision === null) throw new AppError("not-found", `There is no decision ${id}.`);
  return { ...decisionJson(decision), places: (await listDecisionPlaces(viewer, id, now, PLACES)).map(decisionPlaceJson) };
}
