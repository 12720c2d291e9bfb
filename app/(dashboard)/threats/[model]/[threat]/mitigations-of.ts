import type { BearingControl, MitigationListProps } from "@/components/threats/mitigation-list";
import type { ControlStandings } from "@/lib/data/threat-evidence";
import { nameControl } from "@/lib/threats/rule-words";
import type { ControlLink, Threat } from "@/lib/threats/threat-model";

/** A threat's controls under the mitigations they show, the required ones first. */
export function mitigationsOf(threat: Threat, standings: ReadonlyMap<string, ControlStandings>): MitigationListProps {
  const bearing = ({ control, role, kind, reason }: ControlLink): BearingControl => ({
    ...nameControl(control),
    ...{ role, kind, reason },
    ...(standings.get(control) ?? { fail: 0, accepted: 0, pass: 0 }),
  });
  const known = new Set(threat.mitigations.map(({ id }) => id));
  const under = (keep: (link: ControlLink) => boolean): BearingControl[] =>
    threat.controls
      .filter(keep)
      .map(bearing)
      .sort((a, b) => Number(a.role === "supporting") - Number(b.role === "supporting"));
  return {
    mitigations: threat.mitigations.map(({ id, text }) => ({ id, text, controls: under(({ mitigation }) => mitigation === id) })),
    others: under(({ mitigation }) => mitigation === null || !known.has(mitigation)),
  };
}
