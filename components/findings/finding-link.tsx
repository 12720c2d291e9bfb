import type { Route } from "next";
import Link from "next/link";
import { CheckTitle } from "@/components/marks/check-title";

export interface FindingLinkProps {
  readonly id: number;
  readonly title: string;
  /** The list with this finding's panel open. */
  readonly href: string;
  readonly current: boolean;
}

/** The title of a row. It opens the panel beside the list, so the list stays where it is. */
export function FindingLink({ id, title, href, current }: FindingLinkProps) {
  return (
    <Link
      href={href as Route}
      prefetch={false}
      scroll={false}
      data-finding={id}
      aria-current={current ? "true" : undefined}
      className="inline-block py-0.5 underline-offset-3 hover:underline"
    >
      <CheckTitle title={title} />
    </Link>
  );
}
