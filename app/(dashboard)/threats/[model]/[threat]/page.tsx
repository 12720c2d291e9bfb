import { ListPlus, Pencil } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { StrideName } from "@/components/marks/stride-chips";
import { CompartmentStrip } from "@/components/threats/compartment-strip";
import { RuleSentence } from "@/components/threats/control-names";
import { ExposureLegend } from "@/components/threats/exposure-legend";
import { exposureWords } from "@/components/threats/exposure-verdict";
import { MitigationList } from "@/components/threats/mitigation-list";
import { ThreatVerdict } from "@/components/threats/threat-card";
import { threatHref } from "@/components/threats/threat-href";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DotList } from "@/components/ui/dot-list";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { getEvidenceLimit } from "@/lib/data/settings";
import { countControlStandings } from "@/lib/data/threat-evidence";
import { hrefWith, type SearchParams } from "@/lib/shared/read-filters";
import { NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { ruleWords } from "@/lib/threats/rule-words";
import { AttestSection } from "./attest-section";
import { HostEvidence } from "./host-evidence";
import { loadThreat, type ThreatParams } from "./load-threat";
import { mitigationsOf } from "./mitigations-of";
import { ThreatFacts } from "./threat-facts";
import { ThreatHistory } from "./threat-history";
import { readThreatQuery } from "./threat-query";
import { ThreatStory } from "./threat-story";
import { ThreatTasks } from "./threat-tasks";
import { ORIGIN_WORDS } from "./threat-words";

interface ThreatPageProps {
  readonly params: Promise<ThreatParams>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: ThreatPageProps): Promise<Metadata> {
  const { threat, ref } = await loadThreat(await pageViewer("model:read"), await params);
  return { title: `${ref} ${threat.title}` };
}

export default async function ThreatPage({ params, searchParams }: ThreatPageProps) {
  const viewer = await pageViewer("model:read");
  const at = await params;
  const loaded = await loadThreat(viewer, at);
  const { stored, threat, ref } = loaded;
  const { model } = stored;
  const query = readThreatQuery(await searchParams);
  const limit = await getEvidenceLimit(viewer, new Date());
  const keys = threat.controls.map(({ control }) => control);
  const [exposure, standings] = await Promise.all([getModelExposure(viewer, stored.id, limit), countControlStandings(viewer, keys)]);
  const counts = exposure.threats.get(threat.slug) ?? NO_EXPOSURES;
  const rule = ruleWords(threat, limit.freshDays);
  const failing = keys.filter((key) => (standings.get(key)?.fail ?? 0) > 0);
  const required = threat.controls.filter(({ role }) => role === "required").length;
  const card = {
    ...{ ref, slug: threat.slug, title: threat.title, counts, required, supporting: keys.length - required },
    ...{ href: threatHref(model.slug, threat.slug), hosts: exposure.hosts, uncovered: keys.length === 0, stated: null },
  };
  return (
    <>
      <PageHead
        title={threat.title}
        crumb={ref}
        crumbs={[
          { label: "Threats", href: "/threats" },
          { label: model.title, href: `/threats/${model.slug}` },
        ]}
        meta={
          <DotList>
            <span className="font-medium text-fg">{ref}</span>
            {threat.stride === null ? "no STRIDE category" : <StrideName letter={threat.stride} />}
            {ORIGIN_WORDS[threat.origin]}
          </DotList>
        }
        actions={
          <>
            {may(viewer, "model:edit") && (
              <ButtonLink href={`${threatHref(model.slug, threat.slug)}/edit`} icon={Pencil}>
                Edit
              </ButtonLink>
            )}
            {may(viewer, "task:create") && failing.length > 0 && (
              <ButtonLink variant="primary" icon={ListPlus} href={hrefWith("/tasks/new", { control: failing })}>
                {`Create tasks for ${failing.length === 1 ? "the failing control" : `${failing.length} failing controls`}`}
              </ButtonLink>
            )}
          </>
        }
      >
        <p className="mb-2">
          <ThreatVerdict threat={card} />
          {exposure.hosts > 0 && <span className="ml-3 text-meta text-fg-muted">{exposureWords(counts)}</span>}
        </p>
        <div className="max-w-120">
          <CompartmentStrip counts={counts} />
        </div>
        <div className="mt-2">
          <ExposureLegend staleDays={limit.freshDays} />
        </div>
      </PageHead>
      <IgnoredFilters ignored={query.ignored} href={threatHref(model.slug, threat.slug)} />
      <PageBody>
        {query.attested !== null && (
          <div className="mb-5">
            <Callout kind="success" live>
              {`Your statement is stored for ${query.attested === 1 ? "one host" : `${query.attested} hosts`}. It counts until its day, and only while no check decides.`}
            </Callout>
          </div>
        )}
        <Section title="How it is decided" remark={rule.roles}>
          <p className="max-w-prose text-body">
            <RuleSentence rule={rule} />
          </p>
          {required > 0 && (
            <p className="mt-1 max-w-prose text-meta text-fg-muted">
              A required control that a host's edition of the tool cannot pass does not count on that host. Supporting controls are shown
              and decide nothing.
            </p>
          )}
        </Section>
        <div className="mt-7 grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <ThreatStory threat={threat} />
            {(threat.mitigations.length > 0 || keys.length > 0) && (
              <Section title="Mitigations" remark="each with the controls that show it">
                <div className="mt-2">
                  <MitigationList {...mitigationsOf(threat, standings)} />
                </div>
              </Section>
            )}
          </div>
          <ThreatFacts model={model} threat={threat} />
        </div>
        <HostEvidence viewer={viewer} loaded={loaded} query={query} limit={limit} counts={counts} />
        <AttestSection viewer={viewer} loaded={loaded} query={query} limit={limit} />
        <ThreatTasks viewer={viewer} keys={keys} now={limit.now} />
        <ThreatHistory viewer={viewer} stored={stored} threat={threat} now={limit.now} />
      </PageBody>
    </>
  );
}
