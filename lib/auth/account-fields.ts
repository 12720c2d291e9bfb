import { z } from "zod";
import { ROLES } from "@/lib/access/policy";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/shared/password-rules";

// Control, bidi and zero-width characters could make one name look like another, or break a line of the log.
const SEEN = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** Fields of accounts, as forms and the command line check them. The address comes out in lower case. */
export const accountFields = {
  name: z
    .string()
    .transform((name) => name.normalize("NFKC").trim())
    .pipe(z.string().min(1, "Write a name.").max(100, "Use at most 100 characters.").regex(SEEN, "Use visible characters only.")),
  email: z
    .string()
    .transform((email) => email.trim().toLowerCase())
    .pipe(z.email("Write an e-mail address such as ada@example.org.").max(254, "This address is too long.")),
  role: z.enum(ROLES, "Choose a role."),
  /** A new one. Whether it is easy to guess is judged together with name and address. */
  newPassword: z
    .string()
    .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters; a few unrelated words do well.`)
    .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`),
  /** One that is there already: only its length is limited, before it is hashed. */
  currentPassword: z.string().min(1, "Write your password.").max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`),
};
