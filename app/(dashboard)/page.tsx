import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { TopFixesTable } from "@/components/findings/top-fixes-table";
import { WorsenedTable } from "@/components/findings/worsened-table";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { FirstRun } from "@/components/overview/first-run";
import { FleetFacts } from "@/components/overview/fleet-facts";
import { groupWorsened } from "@/components/overview/group-worsened";
import { ScanList } from "@/components/overview/scan-list";
import { WorstHosts } from "@/components/overview/worst-hosts";
import { LoadSamplesForm, RemoveSamplesForm } from "@/components/samples/sample-forms";
import { SampleStrip } from "@/components/samples/sample-strip";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Figures } from "@/components/ui/figures";
import { Time } from "@/components/ui/time";
import { curlCommand } from "@/components/upload/curl-command";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { publicUrl } from "@/lib/api/public-url";
import { pageViewer } from "@/lib/auth/viewer";
import { listFailingControls } from "@/lib/data/control-status";
import { getFindingScope } from "@/lib/data/finding-scope";
import { ALL_HOSTS, listHostsSorted } from "@/lib/data/host-list";
import { openCount } from "@/lib/data/hosts";
import { countLate } from "@/lib/data/late-findings";
import { countOpenThreats } from "@/lib/data/open-threats";
import { getFleetSummary, listWorsened } from "@/lib/data/overview";
import { countSamples } from "@/lib/data/sample-hosts";
import { listNewestScans } from "@/lib/data/scans";
import { getEvidenceLimit } from "@/lib/data/settings";
import { countTasks } from "@/lib/data/tasks";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { protectedOfAssessed } from "@/lib/hardening/posture";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { submitLoadSamples, submitRemoveSamples } from "../_samples/actions";
import { DecisionsDue } from "./decisions-due";
import { fleetFigures } from "./fleet-figures";

export const metadata: Metadata = { title: "Overview" };

const DAY_MS = 86_400_000;
/** How far back "what got worse" looks, by the time of the scan. */
const WORSE_DAYS = 7;
const SHOWN = 5;
const SHOWN_WORSE = 8;
/** Before they are grouped by check. */
const READ_WORSE = 500;
const NAMED_SILENT = 3;

const hostHref = (name: string, query = ""): string => `/hosts/${encodeURIComponent(name)}${query}`;

export default async function OverviewPage() {
  const viewer = await pageViewer("host:read");
  const now = new Date();
  const limit = await getEvidenceLimit(viewer, now);
  const fleet = await getFleetSummary(viewer, limit.staleBefore);
  const mayUpload = may(viewer, "scan:upload");
  if (fleet.hosts === 0) {
    return (
      <>
        <PageHead title="Overview" meta="0 hosts" />
        <PageBody>
          <FirstRun
            command={curlCommand(publicUrl("/").replace(/\/$/, ""), "bh_…")}
            mayUpload={mayUpload}
            samples={may(viewer, "settings:manage") && <LoadSamplesForm action={submitLoadSamples} />}
          />
        </PageBody>
      </>
    );
  }
  const [samples, threats, tasks, late, silent] = await Promise.all([
    countSamples(viewer),
    countOpenThreats(viewer, limit),
    countTasks(viewer, now.toISOString().slice(0, 10)),
    getFindingScope(viewer, { ...ALL_FINDINGS, states: "failing" }, now).then((scope) => countLate(viewer, scope)),
    listHostsSorted(viewer, { ...ALL_HOSTS, silence: { before: limit.staleBefore, silent: true } }, "scanned", {
      number: 1,
      size: NAMED_SILENT,
    }),
  ]);
  return (
    <>
      <PageHead
        title="Overview"
        meta={
          <FleetFacts
            hosts={fleet.hosts}
            silentHosts={fleet.silentHosts}
            freshDays={limit.freshDays}
            silent={silent.items.map(({ name }) => ({ name, href: hostHref(name) }))}
          />
        }
        actions={
          mayUpload && (
            <ButtonLink href="/upload" icon={Upload}>
              Upload scan
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {samples.hosts > 0 && (
          <SampleStrip counts={samples}>{may(viewer, "settings:manage") && <RemoveSamplesForm action={submitRemoveSamples} />}</SampleStrip>
        )}
        <Figures items={fleetFigures(fleet, threats, tasks, late)} />
        <DecisionsDue viewer={viewer} now={now} />
        <div className="mt-7">
          <WhatGotWorse viewer={viewer} now={now} regressedHosts={fleet.regressedHosts} />
          <TopFixes viewer={viewer} hosts={fleet.hosts} />
          <div className="mt-7 grid gap-x-10 gap-y-7 lg:grid-cols-2">
            <div>
              <Worst viewer={viewer} />
            </div>
            <div>
              <Newest viewer={viewer} now={now} />
            </div>
          </div>
        </div>
      </PageBody>
    </>
  );
}

interface WorseProps {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly regressedHosts: number;
}

async function WhatGotWorse({ viewer, now, regressedHosts }: WorseProps) {
  const since = new Date(now.getTime() - WORSE_DAYS * DAY_MS);
  const recent = await listWorsened(viewer, since, READ_WORSE);
  const findings = recent.length > 0 ? recent : await listWorsened(viewer, null, SHOWN_WORSE);
  const groups = groupWorsened(findings);
  const checks = groups.slice(0, SHOWN_WORSE).map(({ first, findings: own, owner }) => ({
    ...first,
    owner,
    hosts: own.map(({ id, host }) => ({ name: host, href: hostHref(host, `?finding=${id}`) })),
  }));
  const shown = checks.length < groups.length ? `, ${checks.length} of ${groups.length} checks` : "";
  return (
    <Section
      title="What got worse"
      remark={
        recent.length > 0 ? (
          <>
            since <Time at={since} now={now} as="day" />
            {shown}
          </>
        ) : findings.length > 0 ? (
          "nothing in the last 7 days; what did before and still fails"
        ) : undefined
      }
      link={regressedHosts > 0 ? { href: "/hosts?state=regressed", label: "Hosts with regressions" } : undefined}
    >
      {checks.length > 0 ? (
        <WorsenedTable checks={checks} now={now} />
      ) : (
        <EmptyState level={3} title="Nothing got worse">
          No check that passed before fails now. A host's first scan is not counted: there is nothing it could be worse than.
        </EmptyState>
      )}
    </Section>
  );
}

async function TopFixes({ viewer, hosts }: { readonly viewer: Viewer; readonly hosts: number }) {
  const fixes = (await listFailingControls(viewer)).slice(0, SHOWN);
  const mayAssign = may(viewer, "task:create");
  return (
    <Section title="Fixes that help most" remark="one change, many hosts">
      {fixes.length === 0 ? (
        <EmptyState level={3} title="Nothing fails on any host" actions={<ButtonLink href="/hosts">See the hosts</ButtonLink>} />
      ) : (
        <TopFixesTable
          allHosts={hosts}
          fixes={fixes.map(({ subject, findings }) => ({
            ...subject,
            hosts: findings,
            controlHref: `/controls/${encodeURIComponent(subject.key)}`,
            hostsHref: `/findings?control=${encodeURIComponent(subject.key)}&group=none`,
            assignHref: mayAssign ? `/tasks/new?control=${encodeURIComponent(subject.key)}` : undefined,
          }))}
        />
      )}
    </Section>
  );
}

async function Worst({ viewer }: { readonly viewer: Viewer }) {
  const { items, total } = await listHostsSorted(viewer, { ...ALL_HOSTS, state: "failing" }, "open", { number: 1, size: SHOWN });
  if (total === 0) return null;
  const hosts = items.map((host) => {
    const letter = STRIDE_LETTERS.reduce((a, b) => (host.failing[b] > host.failing[a] ? b : a));
    const count = host.failing[letter];
    return {
      name: host.name,
      href: hostHref(host.name),
      open: openCount(host),
      assessed: protectedOfAssessed(host.states).assessed,
      mostUnder: count === 0 ? null : { name: STRIDE_CATEGORIES[letter].name, count, href: hostHref(host.name, `?primary=${letter}`) },
    };
  });
  return (
    <Section
      title="Worst hosts"
      link={{ href: "/hosts?state=failing", label: total === 1 ? "The one that fails" : `All ${total} that fail` }}
    >
      <WorstHosts hosts={hosts} />
    </Section>
  );
}

async function Newest({ viewer, now }: { readonly viewer: Viewer; readonly now: Date }) {
  const scans = await listNewestScans(viewer, SHOWN);
  return (
    <Section title="Newest scans" remark="as they arrived">
      <ScanList scans={scans.map((scan) => ({ ...scan, hostHref: hostHref(scan.host) }))} now={now} />
    </Section>
  );
}
