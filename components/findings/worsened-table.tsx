import { Circle } from "lucide-react";
import { CheckTitle } from "@/components/marks/check-title";
import { StatePill } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { OwnerName } from "./finding-table";

/** One check that began to fail, on the hosts where it did. */
export interface WorsenedCheck {
  readonly key: string;
  readonly regressed: boolean;
  readonly number: string | null;
  readonly title: string;
  /** Newest first; the link opens the finding on that host. */
  readonly hosts: readonly { readonly name: string; readonly href: string }[];
  /** When it began on the newest of them. */
  readonly at: Date;
  /** Null for nobody; several owners are joined. */
  readonly owner: string | null;
}

const SHOWN_HOSTS = 3;

const columns = (now: Date): readonly Column<WorsenedCheck>[] => [
  {
    key: "state",
    header: "State",
    width: "8.25rem",
    phone: "top",
    cell: ({ regressed }) =>
      regressed ? (
        <StatePill state="regressed" />
      ) : (
        <span title="It fails now and was not known to fail before">
          <Badge tone="red" icon={Circle}>
            Newly failing
          </Badge>
        </span>
      ),
  },
  {
    key: "number",
    header: "Check",
    width: "3.25rem",
    phone: "top",
    className: "text-meta text-fg-muted",
    cell: ({ number }) => number ?? "–",
  },
  {
    key: "title",
    header: "",
    headerLabel: "Title",
    rowHeader: true,
    cell: ({ title, hosts }) => (
      <AppLink kind="row" href={hosts[0]?.href ?? "/hosts"}>
        <CheckTitle title={title} />
      </AppLink>
    ),
  },
  {
    key: "hosts",
    header: "Hosts",
    width: "12rem",
    className: "text-meta text-fg-muted wrap-anywhere",
    cell: ({ hosts }) => (
      <>
        {hosts.slice(0, SHOWN_HOSTS).map(({ name, href }, index) => (
          <span key={name}>
            {index > 0 && ", "}
            <AppLink kind="action" href={href} className="text-fg-muted! hover:text-accent!">
              {name}
            </AppLink>
          </span>
        ))}
        {hosts.length > SHOWN_HOSTS && ` and ${hosts.length - SHOWN_HOSTS} more`}
      </>
    ),
  },
  {
    key: "age",
    header: "Age",
    align: "end",
    width: "4rem",
    className: "text-meta text-fg-muted",
    cell: ({ at }) => <Time at={at} now={now} as="age" />,
  },
  {
    key: "owner",
    header: "Owner",
    width: "7.5rem",
    phone: "end",
    className: "text-meta wrap-anywhere min-w-21",
    cell: ({ owner }) => <OwnerName name={owner} />,
  },
];

/** What began to fail, newest first. */
export function WorsenedTable({ checks, now }: { readonly checks: readonly WorsenedCheck[]; readonly now: Date }) {
  return (
    <Table
      caption="Checks that began to fail"
      columns={columns(now)}
      rows={checks}
      rowKey={({ key, regressed }) => `${key} ${regressed}`}
      empty={null}
    />
  );
}
