import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { ChangeList } from "@/components/threats/editing/change-list";
import { EditForm } from "@/components/threats/editing/edit-form";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DotList } from "@/components/ui/dot-list";
import { Time } from "@/components/ui/time";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getModelVersion, listModelRevisions, type ModelRevision, type StoredModel } from "@/lib/data/threat-models";
import { counted } from "@/lib/shared/counted";
import { compareModels } from "@/lib/threats/edit/compare";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { modelCrumbs } from "../../model-to-edit";
import { submitRestore } from "./actions";

interface VersionProps {
  readonly viewer: Viewer;
  readonly stored: StoredModel;
  readonly version: number;
}

/** What a version changed of the one before, and the way back to it. */
export async function VersionPage({ viewer, stored, version }: VersionProps) {
  const [[revision], after, before] = await Promise.all([
    listModelRevisions(viewer, stored.id, { before: version + 1, limit: 1 }),
    getModelVersion(viewer, stored.id, version),
    version > 1 ? getModelVersion(viewer, stored.id, version - 1) : null,
  ]);
  if (revision?.version !== version || after === null) notFound();
  const { slug } = stored.model;
  const here = `/threats/${slug}/history`;
  const isPresent = version === stored.version;
  return (
    <>
      <PageHead
        title={`Version ${version}`}
        crumbs={modelCrumbs(stored, { label: "History", href: here })}
        meta={
          <DotList>
            {isPresent ? "The present version" : null}
            <span>
              saved <Time at={revision.at} now={new Date()} as="stamp" /> by {revision.actor}
            </span>
          </DotList>
        }
        actions={
          <>
            {version > 1 && <ButtonLink href={`${here}?version=${version - 1}`}>Version {version - 1}</ButtonLink>}
            {!isPresent && <ButtonLink href={`${here}?version=${version + 1}`}>Version {version + 1}</ButtonLink>}
            {isPresent && (
              <ButtonLink href={`/threats/${slug}`} variant="primary">
                Open the model
              </ButtonLink>
            )}
          </>
        }
      />
      <PageBody>
        <Summary revision={revision} />
        {before === null ? <First model={after} /> : <Changes before={before} after={after} version={version} />}
        {!isPresent && may(viewer, "model:edit") && (
          <Section title="Restore this version">
            <p className="mb-3 max-w-prose text-meta text-fg-muted">
              Makes a new version {stored.version + 1} with this document. The versions in between stay in the history.
            </p>
            <EditForm
              action={submitRestore}
              model={slug}
              version={stored.version}
              hidden={{ restore: version }}
              save={`Restore version ${version}`}
              pending="Restoring"
              variant="secondary"
            />
          </Section>
        )}
      </PageBody>
    </>
  );
}

/** What was done; of an import also what somebody should look at. */
function Summary({ revision: { summary } }: { readonly revision: ModelRevision }) {
  const [first, ...remarks] = summary.split("\n");
  if (remarks.length === 0) return <p className="mb-5 max-w-prose">{first}.</p>;
  return (
    <div className="mb-6 max-w-160">
      <Callout kind="info" title={`${first}. Look at ${remarks.length === 1 ? "one thing" : `${remarks.length} things`}:`}>
        <ul className="list-disc pl-5 text-meta">
          {remarks.map((remark) => (
            <li key={remark} className="wrap-anywhere">
              {remark}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}

/** What the first version held. */
function First({ model: { threats, elements, flows, diagrams, slug } }: { readonly model: ThreatModel }) {
  const parts = [counted(threats.length, "threat"), counted(elements.length, "element"), counted(flows.length, "flow")];
  return (
    <p className="text-fg-muted">
      The first version: {parts.join(", ")} on {counted(diagrams.length, "diagram")}.{" "}
      <AppLink href={`/threats/${slug}`}>Open the model</AppLink>
    </p>
  );
}

interface ChangesProps {
  readonly before: ThreatModel;
  readonly after: ThreatModel;
  readonly version: number;
}

function Changes({ before, after, version }: ChangesProps) {
  const changes = compareModels(before, after);
  if (changes.length === 0) return <p className="text-fg-muted">Nothing that people see differs from version {version - 1}.</p>;
  return (
    <ChangeList
      changes={changes}
      before={`Version ${version - 1}`}
      after={`Version ${version}`}
      controlTitle={(slug) => getControl(slug)?.title ?? slug}
    />
  );
}
