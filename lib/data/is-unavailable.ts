// Classes of SQLSTATE: 08 connection, 53 no resources (disk, connections), 57P shutdown; single ones: statement and lock time-outs.
const SQL_STATE = /^(08|53|57P)...?$|^57014$|^55P03$|^25P03$/;

const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ENOENT", "ETIMEDOUT", "EPIPE", "EAI_AGAIN", "EHOSTUNREACH"]);

// Prisma's own: cannot reach, timed out, closed the connection, no connection from the pool in time.
const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);

// What pg and its pool throw without a code, and what Prisma's adapter calls the same.
const WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/;

/** Whether an error only says that the database cannot answer now: worth trying again, and no fault of the program. */
export function isUnavailable(error: unknown): boolean {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth += 1) {
    const { code, originalCode, kind, message, cause } = current as Partial<
      Record<"code" | "originalCode" | "kind" | "message" | "cause", unknown>
    >;
    const named = [code, originalCode, kind].filter((text) => typeof text === "string");
    if (named.some((text) => SQL_STATE.test(text) || NETWORK.has(text) || PRISMA.has(text) || WORDS.test(text))) return true;
    if (current instanceof AggregateError && current.errors.some(isUnavailable)) return true;
    if (typeof message === "string" && WORDS.test(message)) return true;
    current = cause ?? (current as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return false;
}
