"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { accountFields } from "@/lib/auth/account-fields";
import { generatePassword } from "@/lib/auth/generate-password";
import { addPerson, resetPersonPassword } from "@/lib/auth/people";
import { changeRole, disableUser, enableUser } from "@/lib/data/users";
import { formAction } from "@/lib/http/form-action";

/** Left empty, Bulkhead makes one and shows it once. */
const initialPassword = z.union([z.literal(""), accountFields.newPassword]).default("");
const userId = z.string().min(1).max(64);

const AddPerson = z.object({ name: accountFields.name, email: accountFields.email, role: accountFields.role, password: initialPassword });

export const submitAddPerson = formAction(AddPerson, async (viewer, { password: typed, ...person }) => {
  const password = typed === "" ? generatePassword() : typed;
  const { name, email } = await addPerson(viewer, { ...person, password });
  revalidatePath("/settings/users");
  return { message: `${name} can sign in as ${email} now.`, result: typed === "" ? { password } : {} };
});

export const submitChangeRole = formAction(z.object({ userId, role: accountFields.role }), async (viewer, { userId: id, role }) => {
  const { name } = await changeRole(viewer, id, role);
  revalidatePath("/settings/users");
  return { message: `${name} is ${role} now and has to sign in again.` };
});

export const submitResetPassword = formAction(
  z.object({ userId, password: initialPassword }),
  async (viewer, { userId: id, password: typed }) => {
    const password = typed === "" ? generatePassword() : typed;
    const { name } = await resetPersonPassword(viewer, id, password);
    return { message: `${name} has a new password; all their sessions have ended.`, result: typed === "" ? { password } : {} };
  },
);

export const submitAccess = formAction(z.object({ userId, access: z.enum(["on", "off"]) }), async (viewer, { userId: id, access }) => {
  const { name } = access === "on" ? await enableUser(viewer, id) : await disableUser(viewer, id);
  revalidatePath("/settings/users");
  return { message: access === "on" ? `${name} can sign in again.` : `${name} cannot sign in any more; sessions and tokens have stopped.` };
});
