import { Section } from "@/components/layout/section";
import { AttestForm } from "@/components/threats/attest-form";
import { AttestationList } from "@/components/threats/attestation-list";
import { threatHref } from "@/components/threats/threat-href";
import { Callout } from "@/components/ui/callout";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { listThreatsOnHosts } from "@/lib/data/host-threats";
import type { EvidenceLimit } from "@/lib/data/settings";
import { listAttestations } from "@/lib/data/threat-attestations";
import { submitAttestation, submitWithdrawal } from "./actions";
import type { LoadedThreat } from "./load-threat";
import type { ThreatQuery } from "./threat-query";

/** As many hosts are attested at once: a page of the list. */
const MOST_HOSTS = 50;
const SHOWN = 50;

interface AttestSectionProps {
  readonly viewer: Viewer;
  readonly loaded: LoadedThreat;
  readonly query: ThreatQuery;
  readonly limit: EvidenceLimit;
}

/** What people stated of the threat, and the form for another statement on the hosts of the address. */
export async function AttestSection({ viewer, loaded, query, limit }: AttestSectionProps) {
  const mayAttest = may(viewer, "finding:attest");
  const [statements, asked] = await Promise.all([
    listAttestations(viewer, loaded.threatId, null, SHOWN),
    mayAttest ? loadAsked(viewer, loaded, query, limit) : [],
  ]);
  if (statements.length === 0 && asked.length === 0) return null;
  const silent = asked.filter(({ exposure }) => exposure === "manual" || exposure === "not_assessed");
  const decided = asked.filter((host) => !silent.includes(host));
  const { stored, threat } = loaded;
  return (
    <Section id="attest" title="Attestations" remark="count where no check decides, until their day">
      {decided.length > 0 && (
        <div className="mt-2">
          <Callout kind="info">
            {`${decided.map(({ host }) => host).join(", ")}: evidence or a statement decides it there, so there is nothing to attest.`}
          </Callout>
        </div>
      )}
      {silent.length > 0 && (
        <AttestForm
          key={silent.map(({ hostId }) => hostId).join()}
          action={submitAttestation}
          model={stored.model.slug}
          threat={threat.slug}
          hosts={silent.map(({ hostId, host }) => ({ id: hostId, name: host }))}
          cancelHref={threatHref(stored.model.slug, threat.slug)}
          today={limit.now.toISOString().slice(0, 10)}
        />
      )}
      <AttestationList
        statements={statements}
        withdraw={mayAttest ? submitWithdrawal : null}
        now={limit.now}
        more={statements.length === SHOWN}
      />
    </Section>
  );
}

async function loadAsked(viewer: Viewer, { stored, threat }: LoadedThreat, { attest }: ThreatQuery, limit: EvidenceLimit) {
  const found = await Promise.all(
    attest
      .slice(0, MOST_HOSTS)
      .map((host) => listThreatsOnHosts(viewer, { modelId: stored.id, threat: threat.slug, host }, limit, { limit: 1, offset: 0 })),
  );
  return found.flatMap(({ rows }) => rows);
}
