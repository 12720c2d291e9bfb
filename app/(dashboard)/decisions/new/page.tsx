import type { Metadata } from "next";
import { z } from "zod";
import { filterText, readSelection } from "@/app/_selection/read-selection";
import { SkippedFindings } from "@/app/_selection/skipped-findings";
import { DecideManyForm } from "@/components/decisions/decide-many-form";
import { DECIDE_ACTS, DECIDE_WORDS, kindOf } from "@/components/decisions/decide-words";
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
import { filterReader, type SearchParams } from "@/lib/shared/read-filters";
import { submitDecisions } from "./actions";

export const metadata: Metadata = { title: "New decision" };

/** Up to so many findings each has a box of its own; more travel as the filter that means them. */
const LISTED = 200;

const CRUMBS = [{ label: "Decisions", href: "/decisions" }];

export default async function NewDecisionPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("risk:request");
  const params = await searchParams;
  const act = filterReader(params).one("act", z.enum(DECIDE_ACTS)) ?? "accept";
  const selection = readSelection(params);
  if (selection === null) return <NothingChosen title={DECIDE_WORDS[act].title} />;
  const kind = kindOf(act, "pass");
  const planned = await previewDecision(viewer, selection, kind);
  const ask = !may(viewer, DECISION_PERMISSION[kind]);
  const people = ask ? null : (await listPeople(viewer)).map(({ id, name }) => ({ id, name }));
  const taking = planned.controls.reduce((sum, control) => sum + control.findings.length, 0);
  return (
    <>
      <PageHead title={DECIDE_WORDS[act].title} crumbs={CRUMBS} crumb={DECIDE_WORDS[act].title} meta={metaOf(planned, taking)} />
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
            people={people}
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

function NothingChosen({ title }: { readonly title: string }) {
  return (
    <>
      <PageHead title={title} crumbs={CRUMBS} crumb={title} />
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
