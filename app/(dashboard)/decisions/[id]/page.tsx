import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Standings } from "@/components/decisions/decision-table";
import { PlaceTable } from "@/components/decisions/place-table";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { SeverityMark } from "@/components/marks/severity";
import { StrideName } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { DECISION_PERMISSION } from "@/lib/data/decision-permission";
import { type DecisionRow, getDecision, listDecisionPlaces } from "@/lib/data/decisions";
import { DECISION_LABELS } from "@/lib/hardening/decision";
import { hrefWith } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";
import { DecisionFacts } from "./decision-facts";
import { DecisionHistory } from "./decision-history";
import { DecisionReview } from "./decision-review";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const Id = rowId;
const SHOWN_HOSTS = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Decision ${(await params).id}` };
}

export default async function DecisionPage({ params }: Props) {
  const viewer = await pageViewer("finding:read");
  const id = Id.safeParse((await params).id);
  if (!id.success) notFound();
  const now = new Date();
  const [decision, places] = await Promise.all([getDecision(viewer, id.data, now), listDecisionPlaces(viewer, id.data, now, SHOWN_HOSTS)]);
  if (decision === null) notFound();
  const again = canDecideAgain(decision) && may(viewer, "risk:request");
  const own = may(viewer, DECISION_PERMISSION[decision.kind]);
  return (
    <>
      <PageHead
        title={`${DECISION_LABELS[decision.kind]}: ${decision.title}`}
        crumb={`Decision ${decision.id}`}
        crumbs={[{ label: "Decisions", href: "/decisions" }]}
        meta={
          <DotList className="items-center gap-y-1 leading-6">
            <Standings decision={decision} />
            <AppLink href={`/controls/${encodeURIComponent(decision.key)}`}>
              {decision.number === null ? "The check" : `Check ${decision.number}`}
            </AppLink>
            {decision.stride.map((letter) => (
              <StrideName key={letter} letter={letter} />
            ))}
            {decision.severity && <SeverityMark severity={decision.severity} />}
          </DotList>
        }
        actions={
          again && (
            <ButtonLink href={hrefWith("/decisions/new", { from: decision.id })} variant="primary">
              {own ? "Renew" : "Ask again"}
            </ButtonLink>
          )
        }
      />
      <PageBody>
        <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <blockquote className="max-w-prose border-l-2 border-border-strong pl-4 whitespace-pre-line wrap-anywhere">
              {decision.reason}
            </blockquote>
            <DecisionReview viewer={viewer} decision={decision} />
            <Section
              title="Hosts"
              remark={places.length < decision.hosts.count ? `the first ${places.length} of ${decision.hosts.count}` : decision.hosts.count}
            >
              <div className="mt-2">
                <PlaceTable
                  places={places}
                  widenHref={
                    may(viewer, "risk:request")
                      ? (finding) => hrefWith("/decisions/new", { act: "accept", from: decision.id, finding })
                      : null
                  }
                  now={now}
                />
              </div>
            </Section>
          </div>
          <aside aria-label="Facts" className="flex min-w-0 flex-col gap-7">
            <DecisionFacts decision={decision} now={now} />
            <section>
              <h2 className="mb-1 text-h2">History</h2>
              <DecisionHistory decision={decision} now={now} />
            </section>
          </aside>
        </div>
      </PageBody>
    </>
  );
}

/** What ends soon, has ended or was declined may be decided again, with the same scope and reason to begin from. */
const canDecideAgain = ({ status, standings }: DecisionRow): boolean =>
  status === "declined" || status === "withdrawn" || [standings.expiring, standings.expired, standings.ended].some(Boolean);
