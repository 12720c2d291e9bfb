import type { Metadata } from "next";
import { filterText } from "@/app/_selection/read-selection";
import { SkippedFindings } from "@/app/_selection/skipped-findings";
import { DecideManyForm } from "@/components/decisions/decide-many-form";
import { DECIDE_WORDS, kindOf } from "@/components/decisions/decide-words";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { DECISION_PERMISSION } from "@/lib/data/decision-permission";
import { type PlannedDecisions, previewDecision } from "@/lib/data/preview-decision";
import { listPeople } from "@/lib/data/users";
import { counted } from "@/lib/shared/counted";
import type { SearchParams } from "@/lib/shared/read-filters";
import { submitDecisions } from "./actions";
import { readPlan } from "./read-plan";

export const metadata: Metadata = { title: "New decision" };

/** Up to so many findings each has a box of its own; more travel as the filter that means them. */
const LISTED = 200;

const CRUMBS = [{ label: "Decisions", href: "/decisions" }];

export default async function NewDecisionPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("risk:request");
  const plan = await readPlan(viewer, await searchParams, new Date());
  if (plan === null) return <NothingChosen />;
  const { act, selection, start } = plan;
  const kind = kindOf(act, "pass");
  const planned = await previewDecision(viewer, selection, kind);
  const ask = !may(viewer, DECISION_PERMISSION[kind]);
  const others = ask ? null : (await listPeople(viewer)).filter(({ id }) => id !== viewer.userId);
  const taking = planned.controls.reduce((sum, control) => sum + control.findings.length, 0);
  const { title } = DECIDE_WORDS[act];
  return (
    <>
      <PageHead
        title={ask ? DECIDE_WORDS[act].asks.replace("…", "") : title}
        crumbs={CRUMBS}
        crumb={title}
        meta={metaOf(planned, taking)}
      />
      <PageBody>
        <SkippedFindings skipped={planned.left.map((finding) => ({ ...finding, taskId: null }))} />
        {taking === 0 ? (
          <NothingLeft cut={planned.cut} />
        ) : (
          <DecideManyForm
            act={act}
            ask={ask}
            controls={planned.controls.map(({ control: _, ...control }) => control)}
            items={planned.items}
            people={others?.map(({ id, name }) => ({ id, name })) ?? null}
            {...(start !== null && { start: { ...start, items: keysOf(start.items, planned.items) } })}
            today={new Date().toISOString().slice(0, 10)}
            matching={
              "filter" in selection && taking > LISTED ? { filter: filterText(selection.filter), selected: planned.selected, taking } : null
            }
            action={submitDecisions}
          />
        )}
      </PageBody>
    </>
  );
}

const metaOf = ({ controls }: PlannedDecisions, taking: number): string | undefined =>
  taking === 0
    ? undefined
    : `${counted(controls.length, "decision")}, one per check, over ${counted(taking, "finding")}; one reason for all.`;

function NothingChosen() {
  return (
    <>
      <PageHead title="New decision" crumbs={CRUMBS} />
      <PageBody>
        <EmptyState title="Choose the findings first" actions={<ButtonLink href="/findings">Go to the findings</ButtonLink>}>
          Tick them in a list, or take all that match a filter; then decide about them.
        </EmptyState>
      </PageBody>
    </>
  );
}

function NothingLeft({ cut }: { readonly cut: boolean }) {
  return (
    <EmptyState
      title={cut ? "More findings match than one step may decide about" : "It would have no effect on any of them"}
      actions={<ButtonLink href="/findings">Back to the findings</ButtonLink>}
    >
      {cut ? "Narrow them down, by severity or section for instance, and decide part by part." : "Why is said above, finding by finding."}
    </EmptyState>
  );
}

/** The keys of the items that an earlier decision names, as far as they are there now; null to begin with all. */
function keysOf(names: readonly string[] | null, items: PlannedDecisions["items"]): readonly string[] | null {
  const keys = (items ?? []).filter(({ key, name }) => names?.includes(name) || names?.includes(key)).map(({ key }) => key);
  return keys.length === 0 ? null : keys;
}
