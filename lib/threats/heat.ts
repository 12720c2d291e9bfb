/** A cell of the heatmap: the threats of one STRIDE letter on one host or element. */
export type HeatCell =
  /** Threats unmitigated, of those assessed. */
  | { readonly kind: "counted"; readonly unmitigated: number; readonly assessed: number; readonly href: string }
  /** All evidence is older than the limit. */
  | { readonly kind: "stale"; readonly href: string }
  /** Threats apply, and nothing was said of them yet. */
  | { readonly kind: "no_evidence"; readonly href: string }
  /** No check covers any of the threats. */
  | { readonly kind: "no_check"; readonly href: string | null }
  /** The method expects a threat here, and the model holds none. */
  | { readonly kind: "gap"; readonly href: string }
  /** The model holds no threat here, and none is expected. */
  | { readonly kind: "none" }
  /** Somebody said that nobody looks at it. */
  | { readonly kind: "out" };

export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

const STEPS: readonly HeatStep[] = [0, 1, 2, 3, 4, 5];

/** The colour step of a share: 0 for none, then 1 to 20 % is 1, and so on to 81 to 100 %, which is 5. A share of nothing is 0. */
export const heatStep = (unmitigated: number, assessed: number): HeatStep =>
  unmitigated <= 0 || assessed <= 0 ? 0 : (STEPS[Math.ceil((5 * unmitigated) / assessed)] ?? 5);
