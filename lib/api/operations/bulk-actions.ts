import { z } from "zod";
import { operation } from "../operation";
import { idParams } from "../schemas";

export const undoBulkAction = operation({
  method: "post",
  path: "/bulk-actions/{id}/undo",
  summary:
    "Take an action on many things back, wherever nobody changed the thing since. Once, and by who may do what it did: task:create, task:work or risk:request",
  permission: "task:read",
  params: idParams,
  answers: {
    200: {
      description: "How many things are as they were, and what stays with the reason",
      schema: z.object({ undone: z.int(), left: z.array(z.object({ what: z.string(), reason: z.string() })) }),
    },
    409: { description: "It was undone before" },
  },
});
