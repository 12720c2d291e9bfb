import { entryOf } from "@/app/_finding-panel/open-finding";
import { AssignForm } from "@/components/findings/assign-form";
import { FindingTable } from "@/components/findings/finding-table";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import { sectionHeading, sectionTitle } from "@/lib/catalogue/editions";
import type { FindingMark } from "@/lib/data/finding-detail";
import type { FindingRow } from "@/lib/data/findings";
import { hostHref } from "../host-href";
import { emptyBecauseOf, type FindingFilter, findingsHref, UNMAPPED } from "./finding-filter";
import { groupFindings, groupRemark } from "./finding-groups";

/** The title of a section with its number: "2 Docker daemon configuration". */
export function sectionName(edition: string | null, section: string): string {
  if (section === UNMAPPED) return "Not in the catalogue";
  return sectionTitle(edition, section) === null ? `Section ${section}` : sectionHeading(edition, section);
}

export interface FindingsListProps {
  readonly host: string;
  readonly findings: readonly FindingRow[];
  readonly marks: ReadonlyMap<number, FindingMark>;
  readonly filter: FindingFilter;
  /** Edition of the newest scan: whose section titles to print. */
  readonly edition: string | null;
  readonly latestRanAt: Date | null;
  readonly openId: number | null;
  readonly mayAssign: boolean;
  readonly now: Date;
}

/** A host's findings, and the form that makes tasks of the ticked ones. */
export function FindingsList({ host, findings, marks, filter, edition, latestRanAt, openId, mayAssign, now }: FindingsListProps) {
  const groups = groupFindings(findings, filter);
  const selectable = mayAssign && groups.some(({ rows }) => rows.some(({ state }) => state !== "hardened"));
  const table = (
    <FindingTable
      host={host}
      groups={groups.map((group) => ({
        key: group.section,
        heading: sectionName(edition, group.section),
        remark: groupRemark(group),
        rows: group.rows.map((row) => ({ ...entryOf(row, marks.get(row.id)), href: findingsHref(host, filter, {}, row.id) })),
      }))}
      now={now}
      currentId={openId}
      selectable={selectable}
      empty={<NothingFound host={host} findings={findings} filter={filter} latestRanAt={latestRanAt} now={now} />}
    />
  );
  if (!selectable) return table;
  return (
    <AssignForm name="finding" noun={["finding", "findings"]} bleed>
      {table}
    </AssignForm>
  );
}

const WITHOUT: Readonly<Record<keyof FindingFilter, string>> = {
  states: "In any state",
  levels: "With any result",
  stride: "With any STRIDE letter",
  primary: "With any primary letter",
  section: "In any section",
  q: "Without the text",
};

function NothingFound({
  host,
  findings,
  filter,
  latestRanAt,
  now,
}: Pick<FindingsListProps, "host" | "findings" | "filter" | "latestRanAt" | "now">) {
  const ways = emptyBecauseOf(findings, filter);
  const plain = Object.entries(filter).every(([name, value]) => value === (name === "states" ? "failing" : null));
  const all = (
    <ButtonLink href={hostHref(host, { state: "all" })}>
      {findings.length === 1 ? "Show the one finding" : `Show all ${findings.length} findings`}
    </ButtonLink>
  );
  if (findings.length === 0) {
    return (
      <Framed title="No scan has been stored for this host yet">
        Upload a log of docker-bench-security; its findings appear here. <AppLink href="/upload">Upload a scan</AppLink>
      </Framed>
    );
  }
  if (plain) {
    return (
      <Framed title={`Nothing fails on ${host}`} actions={all}>
        {latestRanAt ? (
          <>
            Last scan <Time at={latestRanAt} now={now} />. What needs a person's review or could not be assessed is not counted as failing.
          </>
        ) : (
          "It has not been scanned yet."
        )}
      </Framed>
    );
  }
  return (
    <Framed
      title="No finding matches these filters"
      actions={ways.map(({ drop, filter: wider, count }) => (
        <ButtonLink key={drop} href={findingsHref(host, wider)}>
          {WITHOUT[drop]}: {count}
        </ButtonLink>
      ))}
    >
      {ways.length > 0 ? "Dropping one of them brings some back:" : <AppLink href={hostHref(host)}>Take off all filters</AppLink>}
    </Framed>
  );
}

/** The table reaches from edge to edge, what stands in its place does not. */
const Framed = (props: Parameters<typeof EmptyState>[0]) => (
  <div className="px-gutter">
    <EmptyState {...props} />
  </div>
);
