import { classNames } from "./class-names";

/** primary: one per page head. secondary: bordered. plain: no border. danger: red words, for what cannot be undone. */
export type ButtonVariant = "primary" | "secondary" | "plain" | "danger";
/** sm 24 px (28 on phones), md 32 (36), lg 36. */
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-accent bg-accent text-accent-fg hover:bg-[color-mix(in_oklab,var(--accent),var(--fg)_14%)]",
  secondary: "border-border-soft bg-surface text-fg hover:bg-surface-hover",
  plain: "border-transparent text-fg-muted hover:bg-surface-hover hover:text-fg",
  danger: "border-red-border bg-surface text-red-fg hover:bg-red-subtle",
};

const SIZE: Readonly<Record<ButtonSize, string>> = {
  sm: "min-h-7 text-small md:min-h-6",
  md: "min-h-9 text-meta md:min-h-8",
  lg: "min-h-9 text-body",
};

const PADDING: Readonly<Record<ButtonSize, string>> = { sm: "px-2", md: "px-3", lg: "px-4" };

const OFF = "disabled:border-border disabled:bg-surface-sunken disabled:text-fg-subtle aria-disabled:opacity-70";

/** The look of a button, for elements that are none of our button components. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string): string {
  const base = "relative inline-flex items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap";
  return classNames(base, SIZE[size], VARIANT[variant], variant === "plain" ? "px-2" : PADDING[size], OFF, extra);
}
