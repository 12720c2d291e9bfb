import { HOST_GROUPS, hostsIn, type ShownHosts } from "@/components/controls/host-groups";
import { numberGroups } from "@/components/controls/number-groups";
import { NumberList } from "@/components/controls/number-list";
import { StrideReasons } from "@/components/findings/stride-reasons";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { SeverityMark } from "@/components/marks/severity";
import { StrideName } from "@/components/marks/stride-chips";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { InlineCode } from "@/components/ui/inline-code";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Control } from "@/lib/catalogue/control";
import { countControlHosts } from "@/lib/data/control-hosts";
import { Hosts } from "../hosts";

interface Props {
  readonly viewer: Viewer;
  readonly control: Control;
  readonly shown: ShownHosts;
}

/** One control: what its failure gives away, what to put in place, and where it stands on every host. */
export async function ControlView({ viewer, control, shown }: Props) {
  const { slug, title, judgement, note, number, lastEdition, retired } = control;
  const counts = await countControlHosts(viewer, slug);
  const failing = HOST_GROUPS.filter(({ name }) => name === "failing").reduce((sum, group) => sum + hostsIn(group, counts), 0);
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
            <span>
              severity <SeverityMark severity={judgement.severity} />
            </span>
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
            <Section title="Why it matters" remark="what is gained when it fails">
              <div className="mt-2">
                <StrideReasons judgement={judgement} />
              </div>
            </Section>
            <Section title="What to put in place">
              <p className="max-w-prose">
                <InlineCode text={judgement.mitigation} />
              </p>
              {note !== null && <p className="mt-2 max-w-prose text-meta text-fg-muted">{note}</p>}
            </Section>
            <Hosts viewer={viewer} slug={slug} counts={counts} shown={shown} />
          </div>
          <aside aria-label="Numbers">
            <h2 className="mb-1 text-h2">Number in each edition</h2>
            <NumberList groups={numberGroups(control)} title={title} />
            <p className="mt-2 text-small text-fg-muted">
              The control is found by its title. A number alone does not identify it: editions give one number to different checks.
            </p>
          </aside>
        </div>
      </PageBody>
    </>
  );
}
