import { HOST_GROUPS, hostsIn, type ShownHosts } from "@/components/controls/host-groups";
import { HostTable } from "@/components/controls/host-table";
import { AssignForm } from "@/components/findings/assign-form";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Ledger } from "@/components/ui/ledger";
import { Pagination } from "@/components/ui/pagination";
import { Toolbar } from "@/components/ui/toolbar";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { type ControlHostState, listControlHosts } from "@/lib/data/control-hosts";
import { getEvidenceLimit } from "@/lib/data/settings";
import { hrefWith } from "@/lib/shared/read-filters";

const PAGE_SIZE = 50;

interface Props {
  readonly viewer: Viewer;
  /** The control's slug, or the key of an unmapped title. */
  readonly slug: string;
  readonly counts: ReadonlyMap<ControlHostState, number>;
  readonly shown: ShownHosts;
}

/** Where a control stands on every host. */
export async function Hosts({ viewer, slug, counts, shown }: Props) {
  const [rows, { now, freshDays }] = await Promise.all([
    listControlHosts(viewer, slug, shown.states, { number: shown.page, size: PAGE_SIZE }),
    getEvidenceLimit(viewer, new Date()),
  ]);
  const all = [...counts.values()].reduce((sum, hosts) => sum + hosts, 0);
  const total = shown.group === null ? all : hostsIn(shown.group, counts);
  const href = (show: string): string => `/controls/${slug}?show=${show}#hosts`;
  const selectable = may(viewer, "task:create") && rows.some(({ state }) => state !== null && state !== "hardened");
  const table = (
    <HostTable
      rows={rows}
      now={now}
      freshDays={freshDays}
      selectable={selectable}
      empty={<NoHosts all={all} words={shown.group?.words ?? ""} slug={slug} />}
    />
  );
  const entries = HOST_GROUPS.map((group) => ({
    ...group,
    key: group.name,
    label: group.words,
    count: hostsIn(group, counts),
    href: href(group.name),
  }));
  return (
    <Section
      id="hosts"
      title="Hosts"
      remark={shown.group === null ? `all ${all}` : `${total} of ${all}`}
      link={{ href: hrefWith("/decisions", { control: slug }), label: "Decisions about it" }}
    >
      <div className="my-2">
        <Ledger label="Hosts by where the control stands" entries={entries.filter(({ count }) => count > 0)} />
      </div>
      {shown.ignored.length > 0 && (
        <Callout kind="info">
          Ignored: <code className="wrap-anywhere">{shown.ignored.join(", ").slice(0, 100)}</code>
        </Callout>
      )}
      {shown.group !== null && (
        <Toolbar label="Filter hosts">
          <FilterChip label="Show" value={shown.group.words} removeHref={`/controls/${slug}#hosts`} />
        </Toolbar>
      )}
      {selectable ? (
        <AssignForm name="finding" noun={["host", "hosts"]}>
          {table}
        </AssignForm>
      ) : (
        table
      )}
      {total > PAGE_SIZE && <HostPages slug={slug} shown={shown} total={total} />}
    </Section>
  );
}

function HostPages({ slug, shown, total }: { readonly slug: string; readonly shown: ShownHosts; readonly total: number }) {
  const { group, page } = shown;
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = Math.min(page * PAGE_SIZE, total);
  const href = (to: number): string => `/controls/${slug}?${group === null ? "" : `show=${group.name}&`}page=${to}#hosts`;
  return (
    <Pagination
      label="Hosts"
      summary={first > total ? `none of ${total} on this page` : `${first}–${last} of ${total}`}
      previousHref={page > 1 ? href(page - 1) : undefined}
      nextHref={last < total ? href(page + 1) : undefined}
    />
  );
}

function NoHosts({ all, words, slug }: { readonly all: number; readonly words: string; readonly slug: string }) {
  if (all === 0) {
    return (
      <EmptyState level={3} title="No host yet" actions={<ButtonLink href="/upload">Upload a log</ButtonLink>}>
        A host appears with its first scan.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      level={3}
      title={`No host is ${words}`}
      actions={<ButtonLink href={`/controls/${slug}#hosts`}>Show all {all} hosts</ButtonLink>}
    />
  );
}
