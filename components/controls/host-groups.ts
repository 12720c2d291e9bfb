import { Ban, CircleDashed, type LucideIcon, NotebookPen, Scale, ShieldCheck, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/tone";
import { FAILING_STATES, type FindingState } from "@/lib/hardening/states";

type HostState = FindingState | "absent";

export interface HostGroup {
  /** In the address: "?show=failing". */
  readonly name: string;
  /** After a number. */
  readonly words: string;
  readonly states: readonly HostState[];
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** How the hosts of a control are counted: each host is in exactly one group. */
export const HOST_GROUPS: readonly HostGroup[] = [
  { name: "failing", words: "failing", states: FAILING_STATES, icon: TriangleAlert, tone: "red" },
  { name: "accepted", words: "accepted", states: ["accepted"], icon: Scale, tone: "amber" },
  { name: "passing", words: "passing", states: ["hardened"], icon: ShieldCheck, tone: "green" },
  { name: "undecided", words: "undecided", states: ["needs_review", "not_assessable"], icon: NotebookPen, tone: "amber" },
  { name: "not-applicable", words: "not applicable", states: ["not_applicable"], icon: Ban, tone: "grey" },
  { name: "not-assessed", words: "never assessed", states: ["absent"], icon: CircleDashed, tone: "grey" },
];

export interface ShownHosts {
  /** Null: all groups. */
  readonly group: HostGroup | null;
  readonly states: readonly HostState[];
  /** From 1. */
  readonly page: number;
  readonly ignored: readonly string[];
}

/** Which hosts an address asks for; an unknown value is named and shows all. */
export function readShownHosts(address: Readonly<Record<string, string | string[] | undefined>>): ShownHosts {
  const [show = "", page = ""] = [address.show, address.page].map((given) => [given ?? ""].flat()[0]);
  const group = HOST_GROUPS.find(({ name }) => name === show) ?? null;
  const states = group?.states ?? HOST_GROUPS.flatMap((other) => other.states);
  const known = /^[1-9]\d{0,5}$/.test(page);
  return {
    group,
    states,
    page: known ? Number(page) : 1,
    ignored: [...(show !== "" && group === null ? [`show=${show}`] : []), ...(page !== "" && !known ? [`page=${page}`] : [])],
  };
}

/** Hosts in a group, of counts by state. */
export const hostsIn = (group: HostGroup, counts: ReadonlyMap<HostState, number>): number =>
  group.states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
