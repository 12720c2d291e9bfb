import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { HostThreatTable } from "@/components/threats/host-threat-table";
import { threatHref } from "@/components/threats/threat-href";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { getHostModels } from "@/lib/data/host-models";
import { listThreatsOnHosts } from "@/lib/data/host-threats";
import { type EvidenceLimit, getEvidenceLimit } from "@/lib/data/settings";
import { listThreatModels, type StoredModel } from "@/lib/data/threat-models";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { hostHref } from "../../host-href";
import { HostHead } from "../host-head";
import { hostNameOf } from "../host-name-param";
import { loadHost } from "../load-host";

/** A model has no more threats than this. */
const ALL_THREATS = 1000;

interface HostThreatsPageProps {
  readonly params: Promise<{ readonly name: string }>;
}

export async function generateMetadata({ params }: HostThreatsPageProps): Promise<Metadata> {
  return { title: `Threats of ${hostNameOf((await params).name) ?? "a host"}` };
}

export default async function HostThreatsPage({ params }: HostThreatsPageProps) {
  const viewer = await pageViewer("host:read");
  const loaded = await loadHost(viewer, (await params).name);
  const { host } = loaded;
  const limit = await getEvidenceLimit(viewer, new Date());
  const [{ chosen, under }, models] = await Promise.all([getHostModels(viewer, host.id), listThreatModels(viewer)]);
  const own = models.filter(({ model }) => under.includes(model.slug));
  return (
    <>
      <HostHead loaded={loaded} mayUpload={may(viewer, "scan:upload")} now={limit.now} />
      <div className="pt-5">
        <PageBody>
          {host.retiredAt !== null && <p className="mb-4 text-meta text-fg-muted">This host is retired: its threats count nowhere.</p>}
          {own.length === 0 && (
            <EmptyState title={`${host.name} is under no threat model`}>
              {chosen === null
                ? "The first scan that a model takes as evidence brings it in."
                : "Somebody chose it so in the settings of this host."}
            </EmptyState>
          )}
          {host.retiredAt === null &&
            own.map((stored) => <ModelThreats key={stored.id} viewer={viewer} stored={stored} host={host.name} limit={limit} />)}
          {own.length > 0 && (
            <p className="mt-4 text-meta text-fg-muted">
              {chosen === null ? "The models follow the evidence of this host's scans." : "Somebody chose these models for this host."}{" "}
              <AppLink href={`${hostHref(host.name)}/settings`}>Settings</AppLink>
            </p>
          )}
        </PageBody>
      </div>
    </>
  );
}

interface ModelThreatsProps {
  readonly viewer: Viewer;
  readonly stored: StoredModel;
  readonly host: string;
  readonly limit: EvidenceLimit;
}

async function ModelThreats({ viewer, stored, host, limit }: ModelThreatsProps) {
  const { model } = stored;
  const { rows } = await listThreatsOnHosts(viewer, { modelId: stored.id, host }, limit, { limit: ALL_THREATS, offset: 0 });
  const threats = rows.map(({ threat, stride, ...row }) => ({
    ...row,
    letter: STRIDE_LETTERS.find((letter) => letter === stride) ?? null,
    href: `${threatHref(model.slug, threat, { host })}#decided`,
  }));
  const open = threats.filter(({ exposure }) => exposure === "unmitigated").length;
  return (
    <Section
      title={model.title}
      remark={`${open} unmitigated of ${threats.length}`}
      link={{ href: `/threats/${model.slug}`, label: "The whole model" }}
    >
      <HostThreatTable caption={`Threats of ${model.title} on ${host}`} threats={threats} now={limit.now} />
    </Section>
  );
}
