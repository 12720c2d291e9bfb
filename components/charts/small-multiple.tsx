import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";

export interface SmallMultipleProps {
  readonly title: ReactNode;
  /** Shares from 0 to 1, oldest first; null where nothing was assessed. */
  readonly shares: readonly (number | null)[];
  /** The newest as counts: "98 of 170". */
  readonly caption: ReactNode;
  readonly href?: string | undefined;
}

/** One panel of a row of equal charts: same axis, 0 at the bottom rule and 1 at the top one. */
export function SmallMultiple({ title, shares, caption, href }: SmallMultipleProps) {
  const step = shares.length > 1 ? 100 / (shares.length - 1) : 0;
  const points = shares.flatMap((share, index) => (share === null ? [] : [`${(index * step).toFixed(1)},${(39 - 38 * share).toFixed(1)}`]));
  return (
    <figure className="min-w-0">
      <figcaption className="text-small text-fg-muted">
        {href ? (
          <AppLink kind="bare" href={href} className="hover:text-accent">
            {title}
          </AppLink>
        ) : (
          title
        )}
      </figcaption>
      {points.length === 0 ? (
        <div className="hatch my-1 h-10" />
      ) : (
        <svg viewBox="0 0 100 40" preserveAspectRatio="none" className="my-1 block h-10 w-full" aria-hidden="true">
          <path d="M0 .5H100M0 39.5H100" className="stroke-border" vectorEffect="non-scaling-stroke" />
          <polyline
            points={points.length === 1 ? `${points[0]} 100,${points[0]?.split(",")[1] ?? "0"}` : points.join(" ")}
            className="fill-none stroke-fg-muted stroke-[1.5]"
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
          />
        </svg>
      )}
      <p className="text-small text-fg-muted">{points.length === 0 ? "Not assessed" : caption}</p>
    </figure>
  );
}
