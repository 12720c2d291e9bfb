/** Why a log was not taken: what a page shows of the API's problem document. */
export interface LogProblem {
  readonly detail: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly context?: readonly { readonly line: number; readonly text: string }[] | undefined;
}
