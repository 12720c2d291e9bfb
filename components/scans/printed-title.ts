import { getControl } from "@/lib/catalogue/controls";
import { displayTitle } from "@/lib/catalogue/normalise-title";

/** The title as printed, without the suffixes of its edition; the control's own where the format prints none. */
export const printedTitle = ({ title, control }: { readonly title: string; readonly control: string | null }): string =>
  displayTitle(title) || (control === null ? "" : (getControl(control)?.title ?? "")) || "Printed without a title";
