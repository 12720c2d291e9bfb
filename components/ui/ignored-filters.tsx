import { AppLink } from "./app-link";
import { Callout } from "./callout";

export interface IgnoredFiltersProps {
  readonly ignored: readonly { readonly name: string; readonly value: string }[];
  /** The same list with what was understood. */
  readonly href: string;
}

/** Names what an address asks for and this page does not know, so that nobody takes the whole list for a part of it. */
export function IgnoredFilters({ ignored, href }: IgnoredFiltersProps) {
  if (ignored.length === 0) return null;
  return (
    <div className="px-gutter pb-3">
      <Callout kind="warning" title="Part of this address was ignored">
        <p className="text-meta wrap-anywhere">
          {ignored.slice(0, 8).map(({ name, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same value may be given twice.
            <span key={index}>
              {index > 0 && ", "}
              <code>
                {name.slice(0, 80)}={value.slice(0, 80)}
              </code>
            </span>
          ))}
          {ignored.length > 8 && ` and ${ignored.length - 8} more`}. The list below shows everything else that was asked for.{" "}
          <AppLink href={href} replace>
            Tidy the address
          </AppLink>
        </p>
      </Callout>
    </div>
  );
}
