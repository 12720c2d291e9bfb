import "server-only";
import { APIError } from "better-auth/api";
import { recordSession } from "@/lib/data/sessions";
import { AppError } from "@/lib/shared/app-error";
import { auth } from "./better-auth";
import { clientAddress } from "./client-address";
import { countSignIn, takeBack } from "./sign-in-limits";

/** The same words for an unknown address, a wrong password and a disabled person: they tell nobody who has an account. */
const REFUSED = "This e-mail address and password do not belong together.";

/**
 * Signs a person in. In a server action the session cookie goes out with the answer; the headers returned carry it for
 * callers outside one. Throws "unauthenticated", or "too-many-requests" with the wait.
 */
export async function signIn(headers: Headers, email: string, password: string): Promise<Headers> {
  const address = clientAddress(headers);
  const counted = await countSignIn(email, address);
  const answer = await auth()
    .api.signInEmail({ body: { email: email.trim().toLowerCase(), password }, headers, returnHeaders: true })
    .catch(async (error: unknown) => {
      if (error instanceof APIError && error.statusCode < 500) throw new AppError("unauthenticated", REFUSED, { cause: error });
      await takeBack(counted);
      throw error;
    });
  await takeBack(counted);
  await recordSession(answer.response.user, "session.start", address);
  return answer.headers;
}
