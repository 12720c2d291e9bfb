import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The name of a key. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={classNames(
        "inline-block h-5 min-w-5 rounded-tag border border-current/25 px-1 text-center font-sans text-small leading-4.5 font-medium text-fg-subtle",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
