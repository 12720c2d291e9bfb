import { Section } from "@/components/layout/section";
import { StrideChip } from "@/components/marks/stride-chips";
import { threatHref } from "@/components/threats/threat-href";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type { Viewer } from "@/lib/access/viewer";
import { listThreatsOfControl } from "@/lib/data/threat-ids";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { unlinkedReason } from "@/lib/threats/model-coverage";

interface ControlThreatsProps {
  readonly viewer: Viewer;
  readonly slug: string;
}

/** The threats a control bears on, or why it bears on none. */
export async function ControlThreats({ viewer, slug }: ControlThreatsProps) {
  const threats = await listThreatsOfControl(viewer, slug);
  if (threats.length === 0) {
    const reason = unlinkedReason(slug);
    return (
      <Section title="Bears on no threat">
        <p className="max-w-prose text-fg-muted">
          {reason ?? "No threat model names this control, so no threat's exposure follows from it."}
        </p>
      </Section>
    );
  }
  return (
    <Section title="Bears on these threats" remark="required controls decide a threat, supporting ones are shown beside them">
      <ul className="text-meta">
        {threats.map(({ model, modelTitle, threat, ref, title, stride, kind, required }) => {
          const letter = STRIDE_LETTERS.find((one) => one === stride);
          return (
            <li key={`${model}/${threat}`} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-1.5">
              {letter && <StrideChip letter={letter} />}
              <span className="min-w-0 flex-1">
                <AppLink kind="row" href={threatHref(model, threat)}>
                  <span className="mr-2 text-fg-subtle">{ref}</span>
                  {title}
                </AppLink>
                <span className="block text-small text-fg-subtle">{modelTitle}</span>
              </span>
              <span className="flex gap-1">
                {kind === "detects" && <Badge>Detects only</Badge>}
                <Badge tone={required ? "blue" : "grey"}>{required ? "Required" : "Supporting"}</Badge>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
