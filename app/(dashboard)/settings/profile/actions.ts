"use server";

import { z } from "zod";
import { accountFields } from "@/lib/auth/account-fields";
import { changePassword } from "@/lib/auth/people";
import { currentSession } from "@/lib/auth/viewer";
import { formAction } from "@/lib/http/form-action";

const ChangePassword = z.object({ currentPassword: accountFields.currentPassword, newPassword: accountFields.newPassword });

export const submitChangePassword = formAction(ChangePassword, async (viewer, { currentPassword, newPassword }) => {
  const session = await currentSession();
  await changePassword(viewer, session?.id ?? "", currentPassword, newPassword);
  return { message: "Your password is changed. All your other sessions have ended." };
});
