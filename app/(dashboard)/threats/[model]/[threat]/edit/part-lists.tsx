import { CheckTitle } from "@/components/marks/check-title";
import { RemoveForm } from "@/components/threats/editing/remove-form";
import { AppLink } from "@/components/ui/app-link";
import { EmptyLine } from "@/components/ui/empty-line";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { getControl } from "@/lib/catalogue/controls";
import { counted } from "@/lib/shared/counted";
import { hrefWith } from "@/lib/shared/read-filters";
import type { ControlLink, Mitigation } from "@/lib/threats/threat-model";
import { submitRemoveReference } from "../../../threat-actions";
import { editHref, type ThreatToEdit } from "./threat-to-edit";

interface ListProps {
  readonly loaded: ThreatToEdit;
}

export function MitigationTable({ loaded }: ListProps) {
  const { threat } = loaded;
  const columns: readonly Column<Mitigation>[] = [
    {
      key: "text",
      header: "What is to be done",
      rowHeader: true,
      cell: ({ id, text }) => (
        <AppLink kind="row" href={hrefWith(editHref(loaded), { mitigation: id })}>
          {text}
        </AppLink>
      ),
    },
    {
      key: "controls",
      header: "Shown by",
      width: "8rem",
      align: "end",
      phoneLabel: "shown by",
      cell: ({ id }) => {
        const count = threat.controls.filter(({ mitigation }) => mitigation === id).length;
        return count === 0 ? <span className="text-fg-muted">no control</span> : counted(count, "control");
      },
    },
  ];
  return (
    <Table
      caption="Mitigations"
      columns={columns}
      rows={threat.mitigations}
      rowKey={({ id }) => id}
      empty={<EmptyLine>No mitigation yet: what should be in place against it?</EmptyLine>}
    />
  );
}

export function ControlTable({ loaded }: ListProps) {
  const { threat } = loaded;
  const columns: readonly Column<ControlLink>[] = [
    {
      key: "number",
      header: "Check",
      width: "4.5rem",
      phone: "top",
      cell: ({ control }) => <span className="text-fg-subtle">{getControl(control)?.number ?? "–"}</span>,
    },
    {
      key: "title",
      header: "Control",
      rowHeader: true,
      cell: ({ control, reason }) => (
        <>
          <AppLink kind="row" href={hrefWith(editHref(loaded), { control })}>
            <CheckTitle title={getControl(control)?.title ?? control} />
          </AppLink>
          <span className="block text-meta font-normal text-fg-muted">{reason}</span>
        </>
      ),
    },
    { key: "kind", header: "Effect", width: "6rem", cell: ({ kind }) => kind },
    {
      key: "role",
      header: "Role",
      width: "6.5rem",
      phone: "end",
      cell: ({ role }) => (role === "required" ? <strong className="font-semibold">required</strong> : role),
    },
  ];
  return (
    <Table
      caption="Controls"
      columns={columns}
      rows={threat.controls}
      rowKey={({ control }) => control}
      empty={<EmptyLine>No control yet. Without a required one only people can say how the threat stands.</EmptyLine>}
    />
  );
}

export function ReferenceList({ loaded }: ListProps) {
  const { stored, threat } = loaded;
  if (threat.references.length === 0) return <EmptyLine>No reference yet.</EmptyLine>;
  return (
    <ul className="border-t border-border">
      {threat.references.map(({ id, title, url }, place) => (
        <li key={`${id} ${title} ${url}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-border py-2">
          <p className="min-w-0 flex-1 wrap-anywhere">
            {id && <span className="mr-2 text-fg-subtle">{id}</span>}
            {title}
            {url && <span className="block text-small text-fg-muted">{url}</span>}
          </p>
          <RemoveForm
            action={submitRemoveReference}
            model={stored.model.slug}
            version={stored.version}
            hidden={{ threat: threat.slug, place }}
            label="Remove"
            spoken={`Remove the reference ${title}`}
            size="sm"
          />
        </li>
      ))}
    </ul>
  );
}
