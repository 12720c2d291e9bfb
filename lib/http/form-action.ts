import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { clientAddress } from "@/lib/auth/client-address";
import { actionViewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/shared/app-error";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/shared/form-state";
import { isOwnOrigin } from "./origin";
import { refusalOf, reportFault } from "./problem";
import { fieldErrors, readForm, typedValues } from "./read-form";

/** What an action says when all went well. `result` holds what must be shown once. */
export interface FormSuccess {
  readonly message?: string;
  readonly result?: Readonly<Record<string, string>>;
  /** Keep what was typed in the fields. */
  readonly keep?: boolean;
}

// biome-ignore lint/suspicious/noConfusingVoidType: an action that only revalidates or redirects returns nothing.
type Done = FormSuccess | void;

/** Who sends a form that needs no session. */
export interface Visitor {
  readonly headers: Headers;
  readonly address: string | null;
}

/**
 * A server action for one form: checks that it comes from our pages, who sends it and what is in it, then runs `act`. Refusals
 * become the form's state; lib/data says what the viewer may do. Every action is a public address and passes through here.
 */
export const formAction = <S extends z.ZodType>(schema: S, act: (viewer: Viewer, input: z.output<S>) => Promise<Done>): FormAction =>
  wrap(schema, async (input) => act(await actionViewer(), input()));

/** The same for the few forms that are sent without a session: sign-in and set-up. */
export const visitorAction = <S extends z.ZodType>(schema: S, act: (visitor: Visitor, input: z.output<S>) => Promise<Done>): FormAction =>
  wrap(schema, async (input) => {
    const from = await headers();
    return act({ headers: from, address: clientAddress(from) }, input());
  });

class InvalidForm extends Error {
  constructor(readonly errors: Readonly<Record<string, string>>) {
    super("invalid form");
  }
}

function wrap<S extends z.ZodType>(schema: S, run: (input: () => z.output<S>) => Promise<Done>): FormAction {
  return async (_previous, data) => {
    const values = (): FormState["values"] => (data instanceof FormData ? typedValues(schema, data) : {});
    try {
      if (!isOwnOrigin(await headers())) throw new AppError("forbidden", "This form was sent from another site, so nothing was done.");
      // Actions can be called with anything at all.
      if (!(data instanceof FormData)) throw new AppError("invalid-input", "This form arrived damaged. Send it again.");
      const done = await run(() => parse(schema, data));
      return { ...EMPTY_FORM, ok: true, message: done?.message ?? null, result: done?.result ?? {}, values: done?.keep ? values() : {} };
    } catch (error) {
      // Redirects and "not found" are Next's, not ours.
      unstable_rethrow(error);
      return { ...EMPTY_FORM, ok: false, values: values(), ...refused(error) };
    }
  };
}

function parse<S extends z.ZodType>(schema: S, data: FormData): z.output<S> {
  const read = schema.safeParse(readForm(schema, data));
  if (!read.success) throw new InvalidForm(fieldErrors(read.error));
  return read.data;
}

function refused(error: unknown): Partial<FormState> {
  if (error instanceof InvalidForm) {
    const { "": whole, ...fields } = error.errors;
    const several = Object.keys(fields).length > 1;
    return { message: whole ?? (several ? "Some fields need another look." : "One field needs another look."), fieldErrors: fields };
  }
  const refusal = refusalOf(error);
  if (refusal === null) {
    const id = reportFault(error, { source: "form" });
    return { message: `Something went wrong here. Quote ${id} when you report it.`, fieldErrors: {} };
  }
  const { field, version } = refusal.detail;
  if (typeof field === "string") return { message: null, fieldErrors: { [field]: refusal.message } };
  // Who was overtaken is led to what the other saved.
  const result = typeof version === "number" ? { newVersion: String(version) } : {};
  return { message: refusal.message, fieldErrors: {}, result };
}
