import { AppLink } from "./app-link";
import { classNames } from "./class-names";
import { CurrentLink } from "./current-link";

export interface TabItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  /** Say it when the page knows; left out, the address decides (exactly this path, or `match: "prefix"` for the pages below too). */
  readonly current?: boolean | undefined;
  readonly match?: "exact" | "prefix" | undefined;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  /** From edge to edge, for a page whose body has no gutter. */
  readonly bleed?: boolean;
}

const TAB =
  "-mb-px flex h-10 items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap text-fg-muted hover:text-fg " +
  "aria-[current=page]:border-accent aria-[current=page]:text-fg focus-visible:-outline-offset-2 rounded-t-tag";

/** The views of one thing, each with its own address. On a phone the row scrolls sideways in itself. */
export function Tabs({ label, items, bleed = false }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print border-b border-border">
      <ul className={classNames("-mb-px flex gap-6 overflow-x-auto overflow-y-hidden [scrollbar-width:none]", bleed && "px-gutter")}>
        {items.map(({ href, label: name, count, current, match = "exact" }) => {
          const content = (
            <>
              {name}
              {count !== undefined && <span className="text-small text-fg-subtle">{count}</span>}
            </>
          );
          return (
            <li key={href} className="pb-px">
              {current === undefined ? (
                <CurrentLink href={href} match={match} className={TAB}>
                  {content}
                </CurrentLink>
              ) : (
                <AppLink kind="bare" href={href} className={TAB} aria-current={current ? "page" : undefined}>
                  {content}
                </AppLink>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
