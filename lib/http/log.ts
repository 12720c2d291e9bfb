import "server-only";
import pino, { type Logger } from "pino";

const SECRET = ["authorization", "cookie", "set-cookie", "password", "token", "secret"];

// One JSON object a line: line breaks and escapes inside a field stay escaped, so no user name can forge a line.
const make = (): Logger =>
  pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    redact: { paths: SECRET.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: "[hidden]" },
  });

let logger: Logger | undefined;

/** The log of the server, on standard output. Secrets in named fields are hidden; do not put them into messages. */
export function log(): Logger {
  logger ??= make();
  return logger;
}
