import { Section } from "@/components/layout/section";
import { Callout } from "@/components/ui/callout";
import { InlineCode } from "@/components/ui/inline-code";
import type { Threat } from "@/lib/threats/threat-model";

/** What could happen and how, and what no scan can tell of it. */
export function ThreatStory({ threat: { description, attackPath, uncovered } }: { readonly threat: Threat }) {
  return (
    <>
      {description !== "" && (
        <Section title="What could happen">
          <p className="max-w-prose whitespace-pre-line">
            <InlineCode text={description} />
          </p>
        </Section>
      )}
      {attackPath.length > 0 && (
        <Section title="Attack path">
          <ol className="ml-5 max-w-prose list-decimal space-y-1 marker:text-fg-subtle">
            {attackPath.map((step) => (
              <li key={step} className="pl-1">
                <InlineCode text={step} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {uncovered !== null && uncovered !== "" && (
        <div className="mt-7 max-w-prose">
          <Callout kind="info" title="What no scan can tell">
            <InlineCode text={uncovered} />
          </Callout>
        </div>
      )}
    </>
  );
}
