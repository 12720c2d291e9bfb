import { CircleSlash } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ExposureCounts } from "@/lib/threats/exposure-words";
import { CompartmentStrip } from "./compartment-strip";
import { ExposureMark } from "./exposure-mark";
import { exposureVerdict, hasEvidence } from "./exposure-verdict";

/** A threat of a model, with how it stands on the hosts under that model. Never spread one into props: React takes `ref` for its own. */
export interface ThreatCardRow {
  /** "D-E3". */
  readonly ref: string;
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly counts: ExposureCounts;
  /** Hosts under the model: what the counts add up to. */
  readonly hosts: number;
  /** Controls that decide the exposure. */
  readonly required: number;
  /** Controls that are shown beside them. */
  readonly supporting: number;
  /** No check covers it: only people can say how it stands. */
  readonly uncovered: boolean;
  /** What an imported file claims: "Mitigated". Shown as its claim. */
  readonly stated: string | null;
}

/** What to say of a threat in one line, with its denominator. `short` is for narrow columns: "Unmitigated 9/10". */
export function ThreatVerdict({ threat, short = false }: { readonly threat: ThreatCardRow; readonly short?: boolean }) {
  const { counts, uncovered } = threat;
  if (uncovered && !hasEvidence(counts)) {
    return (
      <StatusText tone="grey" icon={CircleSlash}>
        No check covers this
      </StatusText>
    );
  }
  const verdict = exposureVerdict(counts);
  if (!verdict) return <ExposureMark exposure="not_assessed" />;
  const { exposure, hosts, of, ofWhat } = verdict;
  return (
    <ExposureMark exposure={exposure}>
      <span className={short ? "lg:sr-only" : undefined}>{` on ${hosts} of ${of}`}</span>
      <span className="sr-only">{` ${ofWhat}`}</span>
      {short && <span aria-hidden className="max-lg:hidden">{` ${hosts}/${of}`}</span>}
    </ExposureMark>
  );
}

/** "4 controls", and for who points at it how many of them decide. */
function ControlCount({ required, supporting }: Pick<ThreatCardRow, "required" | "supporting">) {
  const all = required + supporting;
  if (all === 0) return <span>No control</span>;
  return (
    <span title={`${required} required, ${supporting} supporting`}>
      {all} {all === 1 ? "control" : "controls"}
    </span>
  );
}

/** A threat on the board. */
export function ThreatCard({ threat }: { readonly threat: ThreatCardRow }) {
  const { ref, href, title, counts, required, supporting, stated } = threat;
  return (
    <Card className="threat-card">
      <ThreatVerdict threat={threat} short />
      <h3 className="my-1 text-body font-medium">
        <AppLink kind="title" href={href} className="threat-card-link">
          {title}
        </AppLink>
      </h3>
      <CompartmentStrip counts={counts} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-2 text-small text-fg-subtle">
        <span>{ref}</span>
        <ControlCount required={required} supporting={supporting} />
      </p>
      {stated !== null && <p className="text-small text-fg-subtle">The file says: {stated}</p>}
    </Card>
  );
}
