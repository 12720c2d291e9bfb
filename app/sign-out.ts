"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/session";
import { isOwnOrigin } from "@/lib/http/origin";

/** Ends the session, for a form with one button. Another site cannot sign people out. */
export async function signOut(): Promise<void> {
  const from = await headers();
  if (!isOwnOrigin(from)) return;
  await endSession(from);
  redirect("/sign-in");
}
