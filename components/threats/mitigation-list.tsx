import { ShieldCheck, TriangleAlert } from "lucide-react";
import { CheckTitle } from "@/components/marks/check-title";
import { AppLink } from "@/components/ui/app-link";
import { Badge, StatusText } from "@/components/ui/badge";
import { InlineCode } from "@/components/ui/inline-code";
import type { NamedControl } from "@/lib/threats/rule-words";
import type { LinkRole } from "@/lib/threats/scales";
import { controlHref } from "./control-names";

/** A control that bears on the threat, with its hosts over the fleet. */
export interface BearingControl extends NamedControl {
  readonly role: LinkRole;
  readonly kind: "mitigates" | "detects";
  readonly reason: string;
  readonly fail: number;
  readonly accepted: number;
  readonly pass: number;
}

export interface ShownMitigation {
  readonly id: string;
  readonly text: string;
  readonly controls: readonly BearingControl[];
}

export interface MitigationListProps {
  readonly mitigations: readonly ShownMitigation[];
  /** Controls that stand for themselves. */
  readonly others: readonly BearingControl[];
}

/** What helps against a threat, each with the controls that show it to be in place. */
export function MitigationList({ mitigations, others }: MitigationListProps) {
  return (
    <ul className="flex flex-col gap-5">
      {mitigations.map(({ id, text, controls }) => (
        <li key={id}>
          <p className="max-w-prose font-medium">
            <InlineCode text={text} />
          </p>
          {controls.length === 0 ? (
            <p className="mt-1 text-meta text-fg-muted">No check shows whether it is in place.</p>
          ) : (
            <BearingControls controls={controls} />
          )}
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <p className="font-medium">{mitigations.length === 0 ? "Controls" : "Controls that stand for themselves"}</p>
          <BearingControls controls={others} />
        </li>
      )}
    </ul>
  );
}

const BearingControls = ({ controls }: { readonly controls: readonly BearingControl[] }) => (
  <ul className="mt-1">
    {controls.map((control) => (
      <li key={control.slug} className="grid gap-x-4 gap-y-0.5 border-b border-border py-2 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <AppLink kind="row" href={controlHref(control.slug)}>
            <span className="mr-2 text-fg-subtle">{control.number}</span>
            <CheckTitle title={control.title} />
          </AppLink>
          <p className="max-w-prose text-meta text-fg-muted">
            <InlineCode text={control.reason} />
          </p>
        </div>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-meta md:flex-col md:items-end">
          <span className="flex gap-1">
            {control.kind === "detects" && <Badge>Detects only</Badge>}
            <Badge tone={control.role === "required" ? "blue" : "grey"}>{control.role === "required" ? "Required" : "Supporting"}</Badge>
          </span>
          <HostCounts {...control} />
        </div>
      </li>
    ))}
  </ul>
);

/** Hosts that fail and pass a control, as the links to them. */
function HostCounts({ slug, fail, accepted, pass }: BearingControl) {
  if (fail + accepted + pass === 0) return <span className="text-fg-muted">No host assessed</span>;
  const href = controlHref(slug);
  const hosts = (count: number) => `${count} ${count === 1 ? "host" : "hosts"}`;
  return (
    <span className="flex flex-wrap gap-x-3">
      {fail > 0 && (
        <StatusText tone="red" icon={TriangleAlert}>
          <AppLink
            kind="action"
            href={`${href}?show=failing#hosts`}
            className="text-tone"
          >{`${hosts(fail)} ${fail === 1 ? "fails" : "fail"}`}</AppLink>
        </StatusText>
      )}
      {accepted > 0 && <span className="text-small text-fg-muted">{accepted} accepted</span>}
      {pass > 0 && (
        <StatusText tone="green" icon={ShieldCheck}>
          {pass} {pass === 1 ? "passes" : "pass"}
        </StatusText>
      )}
    </span>
  );
}
