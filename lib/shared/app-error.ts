/** Why a request was refused. Only `lib/http` knows the status codes. */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "invalid-input"
  | "too-large"
  | "unsupported-media"
  | "too-many-requests"
  | "unavailable";

/**
 * A refusal with words for people. `detail` carries machine-readable facts (line, column, field names) that
 * `lib/http` adds to the problem document; the technical story goes in `cause` and is only logged.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;

  /** `message` is shown to people: no ids, no SQL, no paths. */
  constructor(code: ErrorCode, message: string, options: ErrorOptions & { detail?: Readonly<Record<string, unknown>> } = {}) {
    super(message, options);
    this.code = code;
    this.detail = options.detail ?? {};
  }
}
