import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { leastRoleFor, may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getHostContents } from "@/lib/data/host-contents";
import { getHostFacets } from "@/lib/data/host-facets";
import { getHostModels } from "@/lib/data/host-models";
import { suggestHostNames } from "@/lib/data/hosts";
import { listThreatModels } from "@/lib/data/threat-models";
import type { SearchParams } from "@/lib/shared/read-filters";
import { HostHead } from "../host-head";
import { hostNameOf } from "../host-name-param";
import { loadHost } from "../load-host";
import { movesWords, WhatGoes } from "./host-contents";
import { DeleteHostForm, EditHostForm, MergeForm, RetireForm } from "./host-forms";
import { ModelsForm } from "./models-form";

const SUGGESTED = 500;

interface SettingsPageProps {
  readonly params: Promise<{ readonly name: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: SettingsPageProps): Promise<Metadata> {
  return { title: `Settings of ${hostNameOf((await params).name) ?? "a host"}` };
}

export default async function HostSettingsPage({ params, searchParams }: SettingsPageProps) {
  const viewer = await pageViewer("host:read");
  const loaded = await loadHost(viewer, (await params).name);
  const { host } = loaded;
  const [contents, facets, names, hostModels, models, search] = await Promise.all([
    getHostContents(viewer, host.id),
    getHostFacets(viewer),
    suggestHostNames(viewer, "", SUGGESTED),
    getHostModels(viewer, host.id),
    listThreatModels(viewer),
    searchParams,
  ]);
  const { environment, owner, labels, timeZone } = host;
  const fields = { environment, owner, labels, timeZone };
  const now = new Date();
  return (
    <>
      <HostHead loaded={loaded} mayUpload={may(viewer, "scan:upload")} now={now} />
      <div className="pt-5">
        <PageBody>
          {search.renamed === "1" && (
            <div className="mb-5">
              <Callout kind="success" live>
                Renamed. The old name leads here from now on.
              </Callout>
            </div>
          )}
          {may(viewer, "host:edit") ? (
            <>
              <Section title="About this host">
                <EditHostForm
                  key={JSON.stringify([host.name, fields])}
                  hostId={host.id}
                  name={host.name}
                  fields={fields}
                  environments={facets.environments.map(({ value }) => value)}
                  timeZones={Intl.supportedValuesOf("timeZone")}
                />
              </Section>
              <Section title="Threat models" remark="which this host is measured by">
                <ModelsForm
                  key={JSON.stringify(hostModels)}
                  hostId={host.id}
                  models={models.map(({ model }) => ({ slug: model.slug, title: model.title }))}
                  {...hostModels}
                />
              </Section>
              <Section title={host.retiredAt === null ? "Retire" : "Retired"}>
                <RetireForm hostId={host.id} retired={host.retiredAt !== null} />
              </Section>
            </>
          ) : (
            <EmptyState title="Your role reads and does not change hosts">
              Changing a host needs the role {leastRoleFor("host:edit")}; you are signed in as {viewer.role}.
            </EmptyState>
          )}
          {may(viewer, "host:delete") && (
            <>
              <Section title="Merge into another host" remark={movesWords(contents)}>
                <MergeForm hostId={host.id} name={host.name} others={names.filter((name) => name !== host.name)} />
              </Section>
              <Section title="Delete" remark="This goes, and cannot be brought back">
                <WhatGoes contents={contents} />
                <DeleteHostForm hostId={host.id} name={host.name} />
              </Section>
            </>
          )}
        </PageBody>
      </div>
    </>
  );
}
