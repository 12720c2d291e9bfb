import { StrideChip } from "@/components/marks/stride-chips";
import { ExposureMark } from "@/components/threats/exposure-mark";
import { NoEvidence } from "@/components/threats/no-evidence";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { ModelSummary } from "@/lib/data/model-summaries";
import { hrefWith } from "@/lib/shared/read-filters";
import { STRIDE_CATEGORIES } from "@/lib/stride/categories";

const hrefOf = ({ slug }: ModelSummary): string => `/threats/${slug}`;

const sumOf = ({ letters }: ModelSummary, of: "threats" | "open"): number => letters.reduce((sum, letter) => sum + letter[of], 0);

/** "S 6  T 11": each leads to the threats it counts. */
function Letters({ model }: { readonly model: ModelSummary }) {
  if (model.letters.length === 0) return <span className="text-small text-fg-subtle">No threat yet</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {model.letters.map(({ stride, threats }) => (
        <AppLink
          key={stride ?? "none"}
          kind="bare"
          href={hrefWith(hrefOf(model), { view: "table", stride })}
          className="inline-flex min-h-6 min-w-6 items-center gap-1 hover:text-accent"
        >
          {stride ? <StrideChip letter={stride} decorative /> : "other"}
          {threats}
          <span className="sr-only">
            {" "}
            under {stride ? STRIDE_CATEGORIES[stride].name : "no letter"} in {model.title}
          </span>
        </AppLink>
      ))}
    </span>
  );
}

function Open({ model }: { readonly model: ModelSummary }) {
  const [open, threats] = [sumOf(model, "open"), sumOf(model, "threats")];
  if (model.hosts === 0 || threats === 0) return <NoEvidence>No evidence yet</NoEvidence>;
  if (open === 0) return <span className="text-fg-muted">0 of {threats}</span>;
  return (
    <ExposureMark exposure="unmitigated">
      {" "}
      {open} of {threats}
    </ExposureMark>
  );
}

function Hosts({ model }: { readonly model: ModelSummary }) {
  const { slug, hosts, staleHosts } = model;
  if (hosts === 0) return <span className="text-fg-subtle">none</span>;
  return (
    <AppLink kind="row" href={hrefWith("/threats/coverage", { model: slug, by: "host" })}>
      {hosts} {hosts === 1 ? "host" : "hosts"}
      {staleHosts > 0 && `, ${staleHosts} stale`}
      <span className="sr-only"> under {model.title}</span>
    </AppLink>
  );
}

const originOf = ({ shipped, edited }: ModelSummary): string => (shipped ? (edited ? "Shipped, edited" : "Shipped") : "Own");

const columns = (now: Date): readonly Column<ModelSummary>[] => [
  {
    key: "title",
    header: "Model",
    rowHeader: true,
    className: "wrap-anywhere min-w-40",
    cell: (model) => (
      <AppLink kind="title" href={hrefOf(model)}>
        {model.title}
      </AppLink>
    ),
  },
  { key: "letters", header: "Threats", width: "17.5rem", phone: "title", cell: (model) => <Letters model={model} /> },
  { key: "open", header: "On at least one host", width: "10rem", phone: "title", cell: (model) => <Open model={model} /> },
  { key: "hosts", header: "Hosts", width: "8rem", className: "text-meta text-fg-muted", cell: (model) => <Hosts model={model} /> },
  { key: "origin", header: "Origin", width: "7.5rem", phone: "top-end", cell: (model) => <Badge>{originOf(model)}</Badge> },
  {
    key: "changed",
    header: "Last change",
    align: "end",
    width: "8.5rem",
    className: "text-meta text-fg-muted",
    cell: ({ updatedAt, updatedBy }) => (
      <>
        <Time at={updatedAt} now={now} /> by {updatedBy}
      </>
    ),
  },
];

/** Every threat model and how it stands. */
export const ModelsTable = ({ models, now }: { readonly models: readonly ModelSummary[]; readonly now: Date }) => (
  <Table caption="Threat models" columns={columns(now)} rows={models} rowKey={({ slug }) => slug} empty={null} />
);
