import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { type Tone, toneClass } from "./tone";

export interface BadgeProps {
  readonly tone?: Tone;
  /** pill: a state of ours. tag: the word of a tool, mono and upper case. */
  readonly shape?: "pill" | "tag";
  readonly icon?: LucideIcon | undefined;
  /** Filled. Reserved for the one thing that must be seen first. */
  readonly solid?: boolean;
  readonly children: ReactNode;
}

const SHAPE = {
  pill: "rounded-full pr-2",
  tag: "rounded-tag px-1.5 font-mono uppercase",
} as const;

/** A small label: icon, word and, repeating them, a colour. */
export function Badge({ tone = "grey", shape = "pill", icon: Icon, solid = false, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 flex-none items-center gap-1 border align-middle text-small font-medium whitespace-nowrap",
        SHAPE[shape],
        shape === "pill" && (Icon ? "pl-1.5" : "pl-2"),
        toneClass(tone),
        solid ? "border-tone-solid bg-tone-solid text-on-solid" : "border-tone-border bg-tone-subtle text-tone",
      )}
    >
      {Icon && <Icon size={12} strokeWidth={2.4} />}
      {children}
    </span>
  );
}

export interface StatusTextProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A status without a frame: icon and words in the colour of their family. */
export function StatusText({ tone, icon: Icon, children }: StatusTextProps) {
  return (
    <span className={classNames("inline-flex items-center gap-1.5 align-middle text-small font-medium text-tone", toneClass(tone))}>
      <Icon size={12} strokeWidth={2.4} className="flex-none" />
      <span>{children}</span>
    </span>
  );
}
