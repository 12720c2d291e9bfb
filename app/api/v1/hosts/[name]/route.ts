import { hostJson } from "@/lib/api/host-json";
import { deleteHost as deleteOperation, getHost as getOperation, updateHost as updateOperation } from "@/lib/api/operations/hosts";
import { deleteHost } from "@/lib/data/delete-host";
import { editHost } from "@/lib/data/edit-host";
import { requireHost, requireHostById } from "@/lib/data/hosts";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(getOperation, async ({ viewer, params }) => hostJson(await requireHost(viewer, params.name)));

export const PATCH = apiRoute(updateOperation, async ({ viewer, params, body }) => {
  const { id } = await requireHost(viewer, params.name);
  await editHost(viewer, id, body);
  return hostJson(await requireHostById(viewer, id));
});

export const DELETE = apiRoute(deleteOperation, async ({ viewer, params, query }) => {
  await deleteHost(viewer, (await requireHost(viewer, params.name)).id, query.confirm);
  return new Response(null, { status: 204 });
});
