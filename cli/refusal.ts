/**
 * Something the person at the terminal can mend. The message is one sentence that says what is wrong and how to mend it;
 * it is shown as it is, without a stack trace, and the command ends with `exitCode`.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly exitCode: number;

  constructor(message: string, options: ErrorOptions & { exitCode?: number } = {}) {
    super(message, options);
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The `code` of an error of the system or the database, "" when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") return error.code;
  return "";
}

/** What an error says, on one line. */
export function errorMessage(error: unknown): string {
  const text = error instanceof Error ? error.message || errorCode(error) || error.name : String(error);
  return text.replace(/\s+/g, " ").trim();
}
