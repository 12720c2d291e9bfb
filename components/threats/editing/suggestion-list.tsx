import { ChevronRight, Plus } from "lucide-react";
import { StrideChip } from "@/components/marks/stride-chips";
import { ButtonLink } from "@/components/ui/button";
import { hrefWith } from "@/lib/shared/read-filters";
import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import type { ThreatSuggestion } from "@/lib/threats/edit/suggest";

export interface SuggestionListProps {
  /** The page that adds a threat. */
  readonly newThreatHref: string;
  readonly suggestions: readonly ThreatSuggestion[];
  /** What people call the element or flow of that id. */
  readonly nameOf: (id: string) => string;
}

/** What STRIDE per element asks and no threat answers yet, thing by thing. */
export function SuggestionList({ newThreatHref, suggestions, nameOf }: SuggestionListProps) {
  const things = [...new Set(suggestions.map(({ element }) => element))];
  return (
    <div className="mt-2 border-t border-border">
      {things.map((id) => {
        const own = suggestions.filter(({ element }) => element === id);
        return (
          <details key={id} className="group border-b border-border">
            <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              <ChevronRight size={14} className="flex-none text-fg-subtle group-open:rotate-90" />
              <span className="min-w-0 flex-1 wrap-anywhere">{nameOf(id)}</span>
              <span className="inline-flex gap-0.5">
                {own.map(({ letter }) => (
                  <StrideChip key={letter} letter={letter} />
                ))}
              </span>
            </summary>
            <ul className="pb-2">
              {own.map((suggestion) => (
                <li key={suggestion.letter} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
                  <StrideChip letter={suggestion.letter} decorative />
                  <p className="min-w-0 flex-1 text-meta">
                    <span className="sr-only">{`${STRIDE_CATEGORIES[suggestion.letter].name}: `}</span>
                    {suggestion.question}
                  </p>
                  <ButtonLink
                    size="sm"
                    icon={Plus}
                    href={hrefWith(newThreatHref, { title: suggestion.title, letter: suggestion.letter, element: suggestion.element })}
                    aria-label={`Add threat: ${suggestion.title}`}
                  >
                    Add threat
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
