"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { accountFields } from "@/lib/auth/account-fields";
import { claimFirstAdmin } from "@/lib/auth/first-run";
import { signIn } from "@/lib/auth/sign-in";
import { visitorAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { passwordProblem } from "@/lib/shared/password-rules";

const FirstAdmin = z.object({
  code: z.string().trim().min(1, "Write the code from the terminal.").max(100, "This is not the code from the terminal."),
  name: accountFields.name,
  email: accountFields.email,
  password: accountFields.newPassword,
});

export const createFirstAdmin = visitorAction(FirstAdmin, async ({ headers, address }, admin) => {
  const problem = passwordProblem(admin.password, [admin.name, admin.email]);
  if (problem !== null) throw new AppError("invalid-input", problem, { detail: { field: "password" } });
  await claimFirstAdmin(admin, address);
  await signIn(headers, admin.email, admin.password);
  redirect("/");
});
