import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/**
 * inline: inside a sentence. action: on its own, coloured. title: the name of a card or of a row that has no sentence for a name.
 * row: the sentence that names a row. bare: no look of its own. All but inline and bare are 24 px high at least.
 */
export type LinkKind = "inline" | "action" | "title" | "row" | "bare";

const LOOK: Readonly<Record<LinkKind, string>> = {
  inline: "text-accent underline decoration-1 underline-offset-3",
  action: "inline-block py-0.5 text-accent underline-offset-3 hover:underline",
  title: "inline-block min-w-6 py-0.5 font-medium underline-offset-3 hover:underline",
  row: "inline-block py-0.5 underline-offset-3 hover:underline",
  bare: "",
};

export interface AppLinkProps extends Omit<ComponentProps<typeof Link>, "href" | "prefetch"> {
  readonly href: string;
  readonly kind?: LinkKind;
  /** Off unless asked for: a list of a hundred rows would otherwise render a hundred pages nobody opened. */
  readonly prefetch?: boolean;
}

/** A link inside the product. */
export function AppLink({ href, kind = "inline", prefetch = false, className, ...rest }: AppLinkProps) {
  return <Link href={href as Route} prefetch={prefetch} className={classNames(LOOK[kind], className)} {...rest} />;
}
