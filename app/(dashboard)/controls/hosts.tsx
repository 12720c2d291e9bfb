import { HOST_GROUPS, hostsIn, type ShownHosts } from "@/components/controls/host-groups";
import { HostTable } from "@/components/controls/host-table";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Ledger } from "@/components/ui/ledger";
import { Toolbar } from "@/components/ui/toolbar";
import type { Viewer } from "@/lib/access/viewer";
import { type ControlHostState, listControlHosts } from "@/lib/data/control-hosts";

/** The most hosts that are listed; the counts are of all. */
const LIMIT = 500;

interface Props {
  readonly viewer: Viewer;
  /** The control's slug, or the key of an unmapped title. */
  readonly slug: string;
  readonly counts: ReadonlyMap<ControlHostState, number>;
  readonly shown: ShownHosts;
}

/** Where a control stands on every host. */
export async function Hosts({ viewer, slug, counts, shown }: Props) {
  const rows = await listControlHosts(viewer, slug, shown.states, LIMIT);
  const all = [...counts.values()].reduce((sum, hosts) => sum + hosts, 0);
  const total = shown.group === null ? all : hostsIn(shown.group, counts);
  const href = (show: string): string => `/controls/${slug}?show=${show}#hosts`;
  const entries = HOST_GROUPS.map((group) => ({
    ...group,
    key: group.name,
    label: group.words,
    count: hostsIn(group, counts),
    href: href(group.name),
  }));
  return (
    <Section id="hosts" title="Hosts" remark={shown.group === null ? `all ${all}` : `${total} of ${all}`}>
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
      <HostTable rows={rows} now={new Date()} empty={<NoHosts all={all} words={shown.group?.words ?? ""} slug={slug} />} />
      {total > rows.length && (
        <p className="mt-2 text-meta text-fg-muted">
          The first {rows.length} of {total} hosts are listed, what got worse first.
        </p>
      )}
    </Section>
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
