import { StrideChip } from "@/components/marks/stride-chips";
import { Button } from "@/components/ui/button";
import { suggestThreats, type ThreatSuggestion } from "@/lib/threats/edit/suggest";
import { type ThreatModel, threatRef } from "@/lib/threats/threat-model";

export interface ThreatSuggestionsProps {
  readonly model: ThreatModel;
  /** The id of an element or flow. */
  readonly part: string;
  readonly onAdd: (suggestion: ThreatSuggestion) => void;
}

/** The threats that the model knows for a part, and what STRIDE would ask of it beside them. */
export function ThreatSuggestions({ model, part, onAdd }: ThreatSuggestionsProps) {
  const known = model.threats.filter(({ elements }) => elements.includes(part));
  const suggested = suggestThreats(model).filter(({ element }) => element === part);
  return (
    <section aria-label="Threats here" className="flex flex-col gap-3 border-t border-border pt-4">
      <h3>Threats here</h3>
      {known.length === 0 && <p className="text-meta text-fg-muted">None yet.</p>}
      {known.length > 0 && (
        <ul className="flex flex-col gap-1 text-meta">
          {known.map((threat) => (
            <li key={threat.slug} className="flex gap-2">
              <span className="flex-none font-mono text-small text-fg-muted">{threatRef(model, threat)}</span>
              <span className="min-w-0 wrap-anywhere">{threat.title}</span>
            </li>
          ))}
        </ul>
      )}
      {suggested.length > 0 && <h3>Ask of it</h3>}
      {suggested.length > 0 && (
        <ul className="flex flex-col gap-3">
          {suggested.map((suggestion) => (
            <li key={suggestion.letter} className="flex gap-2">
              <StrideChip letter={suggestion.letter} />
              <div className="min-w-0 flex-1">
                <p className="text-meta wrap-anywhere">{suggestion.question}</p>
                <Button size="sm" className="mt-1" onClick={() => onAdd(suggestion)} aria-label={`Add threat: ${suggestion.title}`}>
                  Add threat
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
