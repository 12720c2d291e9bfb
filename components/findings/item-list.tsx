import { ChevronRight } from "lucide-react";

const SHOWN = 20;

export interface ItemListProps {
  readonly items: readonly string[];
  /** The finding they belong to, for the name of the disclosure. */
  readonly of: string;
}

/** The containers, images, files or ports that a result names. */
export function ItemList({ items, of }: ItemListProps) {
  if (items.length === 0) return null;
  const more = items.length - SHOWN;
  return (
    <details className="group open:basis-full text-small font-normal text-fg-muted">
      <summary className="inline-flex min-h-6 items-center gap-1 hover:text-fg">
        <ChevronRight size={12} className="group-open:rotate-90" />
        {items.length} {items.length === 1 ? "item" : "items"}
        <span className="sr-only"> of {of}</span>
      </summary>
      <ul className="mb-1 ml-4 wrap-anywhere">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
        {more > 0 && <li className="text-fg-subtle">and {more} more</li>}
      </ul>
    </details>
  );
}
