import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import type { Ignored } from "./task-query";

export interface IgnoredStripProps {
  readonly ignored: readonly Ignored[];
  /** The same list with what was understood. */
  readonly href: string;
}

/** Names what an address asks for and this page does not know, so that nobody takes the whole list for a part of it. */
export function IgnoredStrip({ ignored, href }: IgnoredStripProps) {
  if (ignored.length === 0) return null;
  const named = ignored.slice(0, 8).map(({ name, value }) => `${name.slice(0, 80)}=${value.slice(0, 80)}`);
  return (
    <div className="px-gutter pb-3">
      <Callout kind="warning" title="Part of this address was ignored">
        <p className="text-meta wrap-anywhere">
          <code>{named.join(", ")}</code>
          {ignored.length > 8 && ` and ${ignored.length - 8} more`}. The list shows everything else that was asked for.{" "}
          <AppLink href={href} replace>
            Tidy the address
          </AppLink>
        </p>
      </Callout>
    </div>
  );
}
