import { StandingPill } from "@/components/decisions/standing-pill";
import { AppLink } from "@/components/ui/app-link";
import type { Viewer } from "@/lib/access/viewer";
import { countDecisions } from "@/lib/data/decisions";
import type { DecisionStanding } from "@/lib/hardening/decision";
import { counted } from "@/lib/shared/counted";
import { hrefWith } from "@/lib/shared/read-filters";

/** What waits for somebody. */
const DUE = ["requested", "widened", "expiring"] as const satisfies readonly DecisionStanding[];

/** The decisions that need somebody, each a link to them; nothing when there are none. */
export async function DecisionsDue({ viewer, now }: { readonly viewer: Viewer; readonly now: Date }) {
  const counts = await countDecisions(viewer, {}, now);
  const due = DUE.filter((standing) => counts[standing] > 0);
  if (due.length === 0) return null;
  return (
    <ul aria-label="Decisions that need somebody" className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-meta">
      {due.map((standing) => (
        <li key={standing}>
          <AppLink
            kind="bare"
            href={hrefWith("/decisions", { standing })}
            className="inline-flex min-h-6 items-center gap-2 underline-offset-3 hover:underline"
          >
            {counted(counts[standing], "decision")} <StandingPill standing={standing} />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
