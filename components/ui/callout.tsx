import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { toneClass } from "./tone";

const LOOK = {
  error: { tone: "red", icon: CircleAlert },
  warning: { tone: "amber", icon: TriangleAlert },
  info: { tone: "blue", icon: Info },
  success: { tone: "green", icon: CircleCheck },
} as const;

export interface CalloutProps {
  readonly kind: keyof typeof LOOK;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Ways on: buttons or links. */
  readonly actions?: ReactNode;
  /** True when it appears in answer to something: it is then read out. */
  readonly live?: boolean;
}

/** A remark that stands in the flow of a page: what happened, and the way on. */
export function Callout({ kind, title, children, actions, live = false }: CalloutProps) {
  const { tone, icon: Icon } = LOOK[kind];
  const role = live ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div
      role={role}
      className={classNames(
        "flex gap-3 rounded-card border border-tone-border bg-tone-subtle px-4 py-3 print:bg-transparent",
        toneClass(tone),
      )}
    >
      <Icon size={16} className="mt-0.5 flex-none text-tone" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium text-tone">{title}</p>}
        {children && <div className="text-fg">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
