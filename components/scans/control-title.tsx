import { CheckTitle } from "@/components/marks/check-title";
import { AppLink } from "@/components/ui/app-link";

export interface ControlTitleProps {
  /** As printed, suffixes removed. */
  readonly title: string;
  /** The control's slug or the local key of an unmapped title; null for what has no page of its own. */
  readonly slug: string | null;
}

/** The title of a check as a link to its control. It comes from a log, so its direction is kept to itself. */
export function ControlTitle({ title, slug }: ControlTitleProps) {
  const words = (
    <bdi>
      <CheckTitle title={title} />
    </bdi>
  );
  if (slug === null) return words;
  return (
    <AppLink kind="row" href={`/controls/${slug}`}>
      {words}
    </AppLink>
  );
}
