import { ExternalLink } from "lucide-react";
import { RatingMark } from "@/components/threats/rating-mark";
import { REFERENCE_WORDS } from "@/components/threats/reference-words";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { hrefWith } from "@/lib/shared/read-filters";
import type { Threat, ThreatModel, ThreatReference } from "@/lib/threats/threat-model";

interface ThreatFactsProps {
  readonly model: ThreatModel;
  readonly threat: Threat;
}

/** How people rate a threat, what it concerns, where to read more, and what an imported file claims. */
export function ThreatFacts({ model, threat }: ThreatFactsProps) {
  const { likelihood, impact, references, stated } = threat;
  const elements = elementsOf(model, threat);
  return (
    <aside aria-label="Facts" className="flex min-w-0 flex-col gap-7">
      <section>
        <h2 className="mb-1 text-h2">Rating</h2>
        <DescriptionList
          items={[
            { term: "Likelihood", description: <RatingMark rating={likelihood} /> },
            { term: "Impact", description: <RatingMark rating={impact} /> },
          ]}
        />
      </section>
      {elements.length > 0 && (
        <section>
          <h2 className="mb-1 text-h2">Concerns</h2>
          <ul className="text-meta">
            {elements.map(({ id, name, kind }) => (
              <li key={id} className="py-0.5">
                <AppLink href={hrefWith(`/threats/${model.slug}`, { view: "table", element: id })}>{name}</AppLink>{" "}
                <span className="text-fg-subtle">{kind}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {references.length > 0 && (
        <section>
          <h2 className="mb-1 text-h2">References</h2>
          <ul className="text-meta">
            {references.map((reference) => (
              <li key={`${reference.source} ${reference.id} ${reference.url}`} className="py-0.5">
                <Reference reference={reference} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {stated !== null && (
        <section>
          <h2 className="mb-1 text-h2">What the imported file claims</h2>
          <DescriptionList
            items={[
              { term: "Status", description: stated.status || "nothing" },
              { term: "Severity", description: stated.severity || "nothing" },
              { term: "Type", description: stated.type || "nothing" },
            ]}
          />
          <p className="mt-1 text-small text-fg-muted">Shown as its claim. The exposure above comes from scans and attestations alone.</p>
        </section>
      )}
    </aside>
  );
}

const KIND_WORDS = { actor: "actor", process: "process", store: "store" } as const;

interface NamedElement {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** What a threat concerns, by name; what is gone from the diagrams is left out. */
function elementsOf(model: ThreatModel, { elements }: Threat): readonly NamedElement[] {
  const things = new Map<string, NamedElement>([
    ...model.elements.map(({ id, name, kind }) => [id, { id, name: name || id, kind: KIND_WORDS[kind] }] as const),
    ...model.flows.map(({ id, name }) => [id, { id, name: name || id, kind: "flow" }] as const),
    ...model.boundaries.map(({ id, name }) => [id, { id, name: name || id, kind: "trust boundary" }] as const),
  ]);
  return elements.flatMap((id) => things.get(id) ?? []);
}

function Reference({ reference: { source, id, title, url } }: { readonly reference: ThreatReference }) {
  const words = [REFERENCE_WORDS[source], id].filter((part) => part !== "").join(" ");
  const name = title || id || url;
  const isAddress = /^https?:\/\//.test(url);
  return (
    <>
      {isAddress ? (
        <a href={url} rel="noreferrer" target="_blank" className="text-accent underline decoration-1 underline-offset-3">
          {name}
          <ExternalLink size={11} className="ml-1 inline" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : (
        name
      )}
      {words !== "" && <span className="block text-small text-fg-subtle">{words}</span>}
    </>
  );
}
