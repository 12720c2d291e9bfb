import { FormMessage } from "./form-message";

export interface FormAnswerProps {
  readonly state: { readonly ok: boolean | null; readonly message: string | null };
}

/** What a form was answered, as a whole. Both live regions are there from the start; empty, they take no room in a column of gap 4. */
export function FormAnswer({ state: { ok, message } }: FormAnswerProps) {
  return (
    <div className="-mb-4 has-[p]:mb-0">
      <FormMessage kind="error">{ok === false ? message : null}</FormMessage>
      <FormMessage kind="success">{ok === true ? message : null}</FormMessage>
    </div>
  );
}
