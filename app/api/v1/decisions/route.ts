import { decisionEnd } from "@/lib/api/decision-end";
import { decisionJson } from "@/lib/api/decision-json";
import { listDecisions as listOperation, makeDecisions as makeOperation } from "@/lib/api/operations/decisions";
import { pageRequest } from "@/lib/api/page-request";
import { decideOnFindings } from "@/lib/data/decide";
import { listDecisions, listDecisionsById } from "@/lib/data/decisions";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(listOperation, async ({ viewer, query }) => {
  const { cursor, limit } = pageRequest(query);
  const number = cursor !== null && /^[1-9]\d{0,5}$/.test(cursor) ? Number(cursor) : 1;
  const filter = { kind: query.kind ?? null, standing: query.standing ?? null, key: query.control ?? null, host: query.host ?? null };
  const { items, total } = await listDecisions(viewer, filter, new Date(), { number, size: limit });
  return { items: items.map(decisionJson), nextCursor: number * limit < total ? String(number + 1) : null };
});

export const POST = apiRoute(makeOperation, async ({ viewer, body }) => {
  const { decisions, requested, refused, bulkId } = await decideOnFindings(viewer, {
    selection:
      body.findings === undefined ? { key: body.control ?? "", ...(body.hosts && { hosts: body.hosts }) } : { findingIds: body.findings },
    kind: body.kind,
    items: body.items ?? null,
    reason: body.reason,
    until: decisionEnd(body.until, new Date()),
    requestedBy: body.requestedBy === undefined ? null : { email: body.requestedBy },
  });
  const ids = decisions.map(({ id }) => id);
  const answer = {
    items: (await listDecisionsById(viewer, ids, new Date())).map(decisionJson),
    requested,
    refused: refused.map(({ findingId, ...finding }) => ({ finding: findingId, ...finding })),
    bulkAction: bulkId,
  };
  return Response.json(answer, { status: ids.length > 0 ? 201 : 200 });
});
