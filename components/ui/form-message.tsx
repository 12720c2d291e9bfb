import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { toneClass } from "./tone";

const LOOK = {
  error: { tone: "red", icon: CircleAlert },
  success: { tone: "green", icon: CircleCheck },
  info: { tone: "grey", icon: Info },
} as const;

export interface FormMessageProps {
  readonly kind: keyof typeof LOOK;
  readonly children?: ReactNode;
}

/**
 * The answer to a form. Render it always, empty before the answer: a live region that is there from the start is read out when its
 * words come.
 */
export function FormMessage({ kind, children }: FormMessageProps) {
  const { tone, icon: Icon } = LOOK[kind];
  return (
    <div role={kind === "error" ? "alert" : "status"} className={toneClass(tone)}>
      {children && (
        <p className="flex gap-2 text-meta text-tone">
          <Icon size={14} className="mt-0.75 flex-none" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
