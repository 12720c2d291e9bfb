import { STATE_LOOK } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { toneClass } from "@/components/ui/tone";
import { FINDING_STATES, type FindingState, STATE_FACTS } from "@/lib/hardening/states";

export interface StateCountsProps {
  readonly states: ReadonlyMap<FindingState, number>;
  /** For ears: what is counted. */
  readonly of: string;
  readonly href: (state: FindingState) => string;
}

/** Findings by state: icon and number, each a link to its rows. */
export function StateCounts({ states, of, href }: StateCountsProps) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {FINDING_STATES.map((state) => {
        const count = states.get(state);
        if (count === undefined) return null;
        const { icon: Icon, tone } = STATE_LOOK[state];
        const { label } = STATE_FACTS[state];
        return (
          <AppLink
            key={state}
            kind="bare"
            href={href(state)}
            title={label}
            className={`inline-flex min-h-6 min-w-6 items-center gap-1 text-meta underline-offset-3 hover:underline ${toneClass(tone)} text-tone`}
          >
            <Icon size={12} strokeWidth={2.4} />
            {count}
            <span className="sr-only">
              {label.toLowerCase()}, {of}
            </span>
          </AppLink>
        );
      })}
    </span>
  );
}
