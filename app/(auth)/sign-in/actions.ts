"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { accountFields } from "@/lib/auth/account-fields";
import { safeNext } from "@/lib/auth/safe-next";
import { signIn } from "@/lib/auth/sign-in";
import { visitorAction } from "@/lib/http/form-action";

const SignIn = z.object({
  email: z.string().trim().min(1, "Write your e-mail address.").max(320, "This is no e-mail address."),
  password: accountFields.currentPassword,
  next: z.string().optional(),
});

export const submitSignIn = visitorAction(SignIn, async ({ headers }, { email, password, next }) => {
  await signIn(headers, email, password);
  redirect(safeNext(next) as Route);
});
