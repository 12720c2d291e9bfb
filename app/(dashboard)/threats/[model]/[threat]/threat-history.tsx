import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { Time } from "@/components/ui/time";
import type { Viewer } from "@/lib/access/viewer";
import type { StoredModel } from "@/lib/data/threat-models";
import type { ModelChange } from "@/lib/threats/edit/compare";
import type { Threat } from "@/lib/threats/threat-model";
import { loadThreatHistory, READ_VERSIONS } from "./load-threat-history";

interface ThreatHistoryProps {
  readonly viewer: Viewer;
  readonly stored: StoredModel;
  readonly threat: Threat;
  readonly now: Date;
}

/** Which versions of the model changed this threat, and what they changed. */
export async function ThreatHistory({ viewer, stored, threat, now }: ThreatHistoryProps) {
  const { steps, readTo } = await loadThreatHistory(viewer, stored, threat.slug);
  return (
    <Section title="History" remark={readTo > 1 ? `within the last ${READ_VERSIONS} versions of the model` : undefined}>
      <ol className="mt-1 flex flex-col text-meta">
        {steps.map(({ version, at, actor, changes }) => (
          <li key={version} className="border-b border-border py-2">
            <p className="text-fg-muted">
              <AppLink href={`/threats/${stored.model.slug}/history`}>Version {version}</AppLink>, {actor},{" "}
              <Time at={at} now={now} as="moment" />
            </p>
            <ul>
              {changes === "first" ? (
                <li>The model began with this threat</li>
              ) : (
                changes.map((change) => <li key={`${change.subject} ${change.key} ${change.change}`}>{changeWords(change)}</li>)
              )}
            </ul>
          </li>
        ))}
        {steps.length === 0 && <li className="text-fg-muted">None of them changed this threat.</li>}
      </ol>
    </Section>
  );
}

const SUBJECT_WORDS: Readonly<Partial<Record<ModelChange["subject"], string>>> = {
  threat: "Threat",
  mitigation: "Mitigation",
  link: "Control",
};

function changeWords({ change, subject, name, fields }: ModelChange): string {
  const what = `${SUBJECT_WORDS[subject] ?? subject} ${change}`;
  const named = subject === "threat" ? what : `${what}: ${name}`;
  return fields.length === 0 ? named : `${named} (${fields.map(({ field }) => field.toLowerCase()).join(", ")})`;
}
