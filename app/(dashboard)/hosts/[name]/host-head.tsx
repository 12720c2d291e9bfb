import { ArrowLeftRight, Upload } from "lucide-react";
import { FreshnessWord } from "@/components/hosts/last-scan";
import { SampleBadge } from "@/components/hosts/sample-badge";
import { PageHead } from "@/components/layout/page-head";
import { LATE_LOOK } from "@/components/marks/late-mark";
import { STATE_LOOK } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { Ledger } from "@/components/ui/ledger";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { type HostRow, openCount } from "@/lib/data/hosts";
import { LATE_STANDINGS, type LateStanding, STANDING_LABELS } from "@/lib/hardening/service-levels";
import { FINDING_STATES, STATE_FACTS } from "@/lib/hardening/states";
import { hrefWith } from "@/lib/shared/read-filters";
import { hostHref } from "../host-href";
import type { LoadedHost } from "./load-host";

export interface HostHeadProps {
  readonly loaded: LoadedHost;
  /** Adds the button that uploads. */
  readonly mayUpload: boolean;
  /** A panel is open: on narrow screens, where it is the page, the head keeps to its first lines. */
  readonly short?: boolean;
  readonly now: Date;
}

/** What every page of a host begins with: what it is, how it stands, where to go. */
export function HostHead({ loaded, mayUpload, short = false, now }: HostHeadProps) {
  const { host } = loaded;
  const narrow = short ? "max-xl:hidden" : undefined;
  return (
    <>
      <PageHead
        title={host.name}
        crumbs={[{ label: "Hosts", href: "/hosts" }]}
        meta={<HostFacts loaded={loaded} now={now} />}
        actions={
          <>
            {host.scanCount > 0 && (
              <ButtonLink href={hrefWith("/hosts/compare", { a: host.name })} icon={ArrowLeftRight} className={narrow}>
                Compare
              </ButtonLink>
            )}
            {mayUpload && (
              <ButtonLink href="/upload" icon={Upload} className={narrow}>
                Upload scan
              </ButtonLink>
            )}
          </>
        }
      >
        <div className={narrow}>
          <Ledger label={`Findings of ${host.name} by state`} entries={ledger(host)} />
        </div>
      </PageHead>
      <div className={narrow}>
        <Tabs
          bleed
          label={`Views of ${host.name}`}
          items={[
            { href: hostHref(host.name), label: "Findings", count: openCount(host), match: "exact" },
            { href: `${hostHref(host.name)}/history`, label: "History", count: host.scanCount },
            { href: `${hostHref(host.name)}/threats`, label: "Threats" },
            { href: hrefWith("/tasks", { host: host.name }), label: "Tasks", current: false },
            { href: hrefWith("/decisions", { host: host.name }), label: "Decisions", current: false },
            { href: `${hostHref(host.name)}/settings`, label: "Settings" },
          ]}
        />
      </div>
    </>
  );
}

function HostFacts({ loaded: { host, latest, dockerVersion, freshDays, late }, now }: Pick<HostHeadProps, "loaded" | "now">) {
  return (
    <DotList className="items-center">
      {host.sample && <SampleBadge />}
      {host.retiredAt !== null && (
        <span className="font-medium text-fg">
          Retired since <Time at={host.retiredAt} now={now} as="day" />
          {host.retiredBy && ` by ${host.retiredBy}`}
        </span>
      )}
      {host.environment}
      {dockerVersion && `Docker ${dockerVersion}`}
      {host.owner && `owner ${host.owner}`}
      {host.labels.length > 0 && host.labels.join(", ")}
      {latest && (
        <>
          <AppLink href={`/scans/${latest.id}`}>scan {latest.id}</AppLink>, <Time at={latest.ranAt} now={now} as="moment" />
        </>
      )}
      {latest && `${latest.checks} checks${latest.complete ? "" : ", a partial scan"}`}
      {host.retiredAt === null && <FreshnessWord at={host.latestRanAt} now={now} freshDays={freshDays} />}
      {LATE_STANDINGS.map(
        (standing) => late[standing] > 0 && <LateLink key={standing} standing={standing} count={late[standing]} host={host.name} />,
      )}
    </DotList>
  );
}

/** Regressed and open are always told, the others when there are any. */
const ledger = (host: HostRow) =>
  FINDING_STATES.filter((state) => state === "regressed" || state === "open" || host.states[state] > 0).map((state) => ({
    key: state,
    ...STATE_LOOK[state],
    count: host.states[state],
    label: STATE_FACTS[state].label.toLowerCase(),
    href: hostHref(host.name, { state }),
  }));

interface LateLinkProps {
  readonly standing: LateStanding;
  readonly count: number;
  readonly host: string;
}

/** How many of its findings are late by their service level, or soon will be; leads to exactly those. */
function LateLink({ standing, count, host }: LateLinkProps) {
  return (
    <AppLink
      kind="bare"
      href={hrefWith("/findings", { host, sla: standing, group: "none" })}
      className="inline-flex min-h-6 items-center underline-offset-3 hover:underline"
    >
      <StatusText {...LATE_LOOK[standing]}>
        {count} {STANDING_LABELS[standing].toLowerCase()}
      </StatusText>
    </AppLink>
  );
}
