/** What a form shows after it was sent: the same shape with and without scripts. */
export interface FormState {
  /** Null before the form was sent. */
  readonly ok: boolean | null;
  /** One sentence for the whole form. */
  readonly message: string | null;
  /** One sentence per field that must be mended, by field name. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** What was typed, so that nothing has to be typed twice. Secrets are never sent back. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** What the action made, where it must be shown once, e.g. a new token. */
  readonly result: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: FormState = { ok: null, message: null, fieldErrors: {}, values: {}, result: {} };

/** An action for `useActionState(action, EMPTY_FORM)`. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/** What was typed into a one-line field, or `fallback`. */
export function typed(state: FormState, field: string, fallback = ""): string {
  const value = state.values[field];
  return typeof value === "string" ? value : fallback;
}
