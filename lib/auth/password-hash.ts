import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/shared/app-error";

// 64 MiB, three passes: above OWASP's minimum, about 100 ms. The algorithm is argon2id unless told otherwise.
const OPTIONS = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

// Each hash takes 64 MiB: more at once, or an endless queue, would let a flood of sign-ins take the server down.
const AT_ONCE = 2;
const WAITING = 40;
let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING)
      throw new AppError("unavailable", "Too many people are signing in at this moment. Try again in a few seconds.");
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    // The place is handed on without being given back, so that a newcomer cannot overtake.
    if (next) next();
    else running -= 1;
  }
}

// The same letters can be typed as different code points on different systems.
const normal = (password: string): string => password.normalize("NFKC");

/** The argon2id hash of a password, as a PHC string. Throws AppError "unavailable" when too many wait. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), OPTIONS));

/** Whether `password` is the one that was hashed; false for a hash that cannot be read. */
export const verifyPassword = (password: string, stored: string): Promise<boolean> =>
  inTurn(() => verify(stored, normal(password)).catch(() => false));
