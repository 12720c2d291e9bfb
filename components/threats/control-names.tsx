import { Fragment } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { NamedControl, RuleWords } from "@/lib/threats/rule-words";

export const controlHref = (slug: string): string => `/controls/${encodeURIComponent(slug)}`;

/** The number of a control, linked; its title for who points at it and for ears. */
export function ControlNumberLink({ control: { slug, number, title } }: { readonly control: NamedControl }) {
  return (
    <AppLink href={controlHref(slug)} title={title} aria-label={`${number}, ${title}`} className="whitespace-nowrap">
      {number}
    </AppLink>
  );
}

/** The sentence of a rule with its controls linked. */
export function RuleSentence({ rule }: { readonly rule: RuleWords }) {
  return (
    <>
      {rule.sentence.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their places.
        <Fragment key={index}>{typeof part === "string" ? part : <ControlNumberLink control={part} />}</Fragment>
      ))}
    </>
  );
}
