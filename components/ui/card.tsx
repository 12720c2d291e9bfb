import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export interface CardProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/** A thing on a board: one hairline, no shadow. */
export function Card({ children, className }: CardProps) {
  return (
    <article className={classNames("keep-together rounded-card border border-border bg-surface p-3 hover:border-border-strong", className)}>
      {children}
    </article>
  );
}

export interface BoardColumn {
  readonly key: string;
  readonly title: ReactNode;
  readonly count: number;
  /** Under the title: a second line, the distribution of what is below. */
  readonly remark?: ReactNode;
  /** `item` is for the list item around the card: for one that can be dragged. */
  readonly cards: readonly { readonly key: string; readonly card: ReactNode; readonly item?: ComponentProps<"li"> }[];
  /** After the cards: "5 more", or why there is nothing. */
  readonly foot?: ReactNode;
  /** For a column that cards can be dropped on. */
  readonly section?: ComponentProps<"section">;
}

const COLUMNS = { 4: "sm:grid-cols-2 lg:grid-cols-4", 6: "sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-6" } as const;

/** Columns of cards. They stack from six or four to two to one; nothing scrolls sideways. */
export function Board({ columns, of }: { readonly columns: readonly BoardColumn[]; readonly of: keyof typeof COLUMNS }) {
  return (
    <div className={classNames("grid gap-x-3 gap-y-6", COLUMNS[of])}>
      {columns.map(({ key, title, count, remark, cards, foot, section }) => (
        <section key={key} {...section} className={classNames("min-w-0", section?.className)}>
          <div className="mb-3 border-b border-border pb-2">
            <div className="flex items-center gap-2">
              <h2 className="text-meta">{title}</h2>
              <span className="ml-auto text-small text-fg-subtle">{count}</span>
            </div>
            {remark && <div className="text-small text-fg-subtle">{remark}</div>}
          </div>
          <ul className="flex flex-col gap-2">
            {cards.map(({ key: cardKey, card, item }) => (
              <li key={cardKey} {...item}>
                {card}
              </li>
            ))}
          </ul>
          {foot && <div className="pt-2 text-small text-fg-muted">{foot}</div>}
        </section>
      ))}
    </div>
  );
}
