import { StrideChip } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { EmptyLine } from "@/components/ui/empty-line";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { hrefWith } from "@/lib/shared/read-filters";
import {
  type Boundary,
  type DiagramNote,
  type Flow,
  type ModelElement,
  type Threat,
  type ThreatModel,
  threatRef,
} from "@/lib/threats/threat-model";
import { endName, partName } from "../../part-names";
import type { PartKind } from "./read-part";

interface TableProps {
  readonly model: ThreatModel;
}

const partHref = ({ slug }: ThreatModel, kind: PartKind, id: string): string => hrefWith(`/threats/${slug}/edit`, { [kind]: id });

/** The column that names a row and opens its form. */
function namedBy<Row extends { readonly id: string }>(
  model: ThreatModel,
  kind: PartKind,
  header: string,
  name: (row: Row) => string,
): Column<Row> {
  return {
    key: "name",
    header,
    rowHeader: true,
    cell: (row) => (
      <AppLink kind="row" href={partHref(model, kind, row.id)}>
        {name(row) || "Without a name"}
      </AppLink>
    ),
  };
}

const quiet = (words: string) => <span className="text-fg-muted">{words}</span>;
const rowKey = ({ id }: { readonly id: string }): string => id;

export function ThreatTable({ model }: TableProps) {
  const columns: readonly Column<Threat>[] = [
    { key: "ref", header: "Short", width: "5rem", phone: "top", cell: (threat) => quiet(threatRef(model, threat)) },
    {
      key: "title",
      header: "Threat",
      rowHeader: true,
      cell: ({ slug, title }) => (
        <AppLink kind="row" href={`/threats/${model.slug}/${slug}/edit`}>
          {title}
        </AppLink>
      ),
    },
    { key: "letter", header: "Letter", width: "4rem", phone: "top-end", cell: ({ stride }) => stride && <StrideChip letter={stride} /> },
    {
      key: "mitigations",
      header: "Mitigations",
      width: "7rem",
      align: "end",
      phoneLabel: "mitigations",
      cell: ({ mitigations }) => mitigations.length,
    },
    { key: "controls", header: "Controls", width: "6rem", align: "end", phoneLabel: "controls", cell: ({ controls }) => controls.length },
  ];
  return (
    <Table
      caption="Threats of the model"
      columns={columns}
      rows={model.threats}
      rowKey={({ slug }) => slug}
      empty={<EmptyLine>No threat yet. Begin with what would hurt most.</EmptyLine>}
    />
  );
}

export function ElementTable({ model }: TableProps) {
  const columns: readonly Column<ModelElement>[] = [
    namedBy(model, "element", "Name", ({ name }) => name),
    { key: "kind", header: "Kind", width: "6rem", phone: "top", cell: ({ kind }) => quiet(kind) },
    { key: "boundary", header: "Boundary", width: "14rem", cell: ({ boundary }) => boundary && partName(model, boundary) },
    { key: "scope", header: "Scope", width: "7rem", phone: "end", cell: ({ outOfScope }) => outOfScope !== null && quiet("out of scope") },
  ];
  return (
    <Table caption="Elements" columns={columns} rows={model.elements} rowKey={rowKey} empty={<EmptyLine>No element yet.</EmptyLine>} />
  );
}

export function BoundaryTable({ model }: TableProps) {
  const columns: readonly Column<Boundary>[] = [
    namedBy(model, "boundary", "Name", ({ name }) => name),
    { key: "parent", header: "Inside", width: "14rem", phoneLabel: "inside", cell: ({ parent }) => parent && partName(model, parent) },
    { key: "trust", header: "Trust", width: "7rem", align: "end", phoneLabel: "trust", cell: ({ trust }) => trust },
  ];
  return (
    <Table
      caption="Trust boundaries"
      columns={columns}
      rows={model.boundaries}
      rowKey={rowKey}
      empty={<EmptyLine>No boundary yet.</EmptyLine>}
    />
  );
}

export function FlowTable({ model }: TableProps) {
  const columns: readonly Column<Flow>[] = [
    namedBy(model, "flow", "Name", ({ id }) => partName(model, id)),
    {
      key: "ends",
      header: "From and to",
      width: "20rem",
      cell: ({ from, to, bidirectional }) => `${endName(model, from)} ${bidirectional ? "↔" : "→"} ${endName(model, to)}`,
    },
    { key: "protocol", header: "Protocol", width: "9rem", cell: ({ protocol }) => quiet(protocol) },
    {
      key: "encrypted",
      header: "Encrypted",
      width: "7rem",
      phone: "end",
      cell: ({ encrypted }) => encrypted !== null && quiet(encrypted ? "encrypted" : "not encrypted"),
    },
  ];
  return (
    <Table
      caption="Flows"
      columns={columns}
      rows={model.flows}
      rowKey={rowKey}
      empty={<EmptyLine>{model.elements.length === 0 ? "No flow yet: it needs elements first." : "No flow yet."}</EmptyLine>}
    />
  );
}

export function NoteTable({ model }: TableProps) {
  const columns: readonly Column<DiagramNote>[] = [namedBy(model, "note", "Text", ({ text }) => text)];
  return <Table caption="Notes" columns={columns} rows={model.notes} rowKey={rowKey} empty={<EmptyLine>No note yet.</EmptyLine>} />;
}
