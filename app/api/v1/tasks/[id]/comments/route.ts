import { commentOnTask as operation } from "@/lib/api/operations/tasks";
import { commentOnTask } from "@/lib/data/task-comments";
import { apiRoute } from "@/lib/http/api-route";

export const POST = apiRoute(operation, async ({ viewer, params, body }) => {
  const comment = await commentOnTask(viewer, params.id, body.body);
  return Response.json({ ...comment, at: comment.at.toISOString() }, { status: 201 });
});
