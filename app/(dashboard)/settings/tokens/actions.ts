"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { TOKEN_SCOPES } from "@/lib/access/policy";
import { accountFields } from "@/lib/auth/account-fields";
import { createToken, revokeToken, TOKEN_MAX_DAYS } from "@/lib/data/tokens";
import { env } from "@/lib/env";
import { formAction } from "@/lib/http/form-action";
import { rowId } from "@/lib/shared/row-id";
import { sampleCommand } from "./sample-command";

const NewToken = z.object({
  name: accountFields.name,
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, "Choose at least one scope.").max(TOKEN_SCOPES.length).default([]),
  role: accountFields.role,
  expires: z.coerce.number("Choose how long it lasts.").int().min(1).max(TOKEN_MAX_DAYS),
});

export const submitNewToken = formAction(NewToken, async (viewer, { name, scopes, role, expires }) => {
  const { secret, token } = await createToken(viewer, { name, scopes, role, expiresInDays: expires });
  revalidatePath("/settings/tokens");
  return { message: `The token "${token.name}" is made.`, result: { secret, command: sampleCommand(env().BULKHEAD_URL, secret, scopes) } };
});

export const submitRevokeToken = formAction(z.object({ tokenId: rowId }), async (viewer, { tokenId }) => {
  await revokeToken(viewer, tokenId);
  revalidatePath("/settings/tokens");
  redirect("/settings/tokens");
});
