import { Suspense } from "react";
import { HOST_GROUPS, hostsIn, type ShownHosts } from "@/components/controls/host-groups";
import { numberGroups } from "@/components/controls/number-groups";
import { NumberList } from "@/components/controls/number-list";
import { StrideReasons } from "@/components/findings/stride-reasons";
import { DefectNotes } from "@/components/guidance/defect-notes";
import { GuidanceReferences } from "@/components/guidance/guidance-references";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { SeverityMark } from "@/components/marks/severity";
import { StrideName } from "@/components/marks/stride-chips";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { InlineCode } from "@/components/ui/inline-code";
import { SkeletonRows } from "@/components/ui/skeleton";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Control } from "@/lib/catalogue/control";
import { getGuidance } from "@/lib/catalogue/guidances";
import { defectsOfControl } from "@/lib/catalogue/tool-defects";
import { countControlHosts } from "@/lib/data/control-hosts";
import { Hosts } from "../hosts";
import { Advice, Meaning } from "./advice";
import { ControlThreats } from "./control-threats";
import { NamedItems } from "./named-items";
import { OverTime } from "./over-time";

interface Props {
  readonly viewer: Viewer;
  readonly control: Control;
  readonly shown: ShownHosts;
}

/** One control: what it means, why it matters, how to mend it, and where it stands on every host. */
export async function ControlView({ viewer, control, shown }: Props) {
  const { slug, title, judgement, number, lastEdition, retired } = control;
  const counts = await countControlHosts(viewer, slug);
  const failing = HOST_GROUPS.filter(({ name }) => name === "failing").reduce((sum, group) => sum + hostsIn(group, counts), 0);
  const guidance = getGuidance(slug);
  const defects = defectsOfControl(slug);
  return (
    <>
      <PageHead
        title={title}
        crumb={slug}
        crumbs={[{ label: "Controls", href: "/controls" }]}
        meta={
          <DotList>
            {judgement.stride.map(({ letter }) => (
              <StrideName key={letter} letter={letter} />
            ))}
            <SeverityMark severity={judgement.severity} />
            {`${number} in ${lastEdition}`}
            {retired ? "not in the newest edition" : null}
          </DotList>
        }
        actions={
          failing > 0 &&
          may(viewer, "task:create") && (
            <ButtonLink variant="primary" href={`/tasks/new?control=${slug}`}>
              Assign {failing} failing
            </ButtonLink>
          )
        }
      />
      <PageBody>
        <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <Meaning control={control} guidance={guidance} />
            <Section title="Why it matters" remark="what is gained when it fails">
              {guidance !== null && (
                <p className="mb-3 max-w-prose">
                  <InlineCode text={guidance.why} />
                </p>
              )}
              <StrideReasons judgement={judgement} />
            </Section>
            <ControlThreats viewer={viewer} slug={slug} />
            <Advice judgement={judgement} guidance={guidance} />
            {defects.length > 0 && (
              <Section title="What the scanner gets wrong" remark="known of its releases, not of your hosts">
                <div className="mt-2">
                  <DefectNotes defects={defects} />
                </div>
              </Section>
            )}
          </div>
          <aside aria-label="Facts" className="flex min-w-0 flex-col gap-7">
            <section>
              <h2 className="mb-1 text-h2">Passing hosts</h2>
              <Suspense fallback={<SkeletonRows label="passing hosts over time" />}>
                <OverTime viewer={viewer} slug={slug} hosts={[...counts.values()].reduce((sum, hosts) => sum + hosts, 0)} />
              </Suspense>
            </section>
            <section>
              <h2 className="mb-1 text-h2">Number in each edition</h2>
              <NumberList groups={numberGroups(control)} title={title} />
              <p className="mt-2 text-small text-fg-muted">
                The control is found by its title. A number alone does not identify it: editions give one number to different checks.
              </p>
            </section>
            {guidance !== null && guidance.nist.length + guidance.attack.length > 0 && (
              <section>
                <h2 className="mb-1 text-h2">References</h2>
                <GuidanceReferences nist={guidance.nist} attack={guidance.attack} />
              </section>
            )}
          </aside>
        </div>
        <Hosts viewer={viewer} slug={slug} counts={counts} shown={shown} />
        {failing > 0 && (
          <Suspense fallback={<SkeletonRows label="items" />}>
            <NamedItems viewer={viewer} slug={slug} />
          </Suspense>
        )}
      </PageBody>
    </>
  );
}
