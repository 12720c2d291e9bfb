"use server";

import { z } from "zod";
import { createToken } from "@/lib/data/tokens";
import { formAction } from "@/lib/http/form-action";

const DAYS = 90;

/** Makes a token that may upload and nothing else, for the command on the page. */
export const makeUploadToken = formAction(z.object({}), async (viewer) => {
  const name = `Uploads, made ${new Date().toISOString().slice(0, 10)}`;
  const { secret, token } = await createToken(viewer, { name, scopes: ["scans:write"], role: "engineer", expiresInDays: DAYS });
  return { result: { secret, expires: token.expiresAt.toISOString() } };
});
