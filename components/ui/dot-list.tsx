import { Children, type ReactNode } from "react";
import { classNames } from "./class-names";

/** Facts in one line, parted by middots. Every child is one fact; null children are left out. */
export function DotList({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <p className={classNames("dot-list text-meta text-fg-muted", className)}>
      {Children.toArray(children).map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts keep their places.
        <span key={index}>{child}</span>
      ))}
    </p>
  );
}
