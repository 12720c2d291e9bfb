import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchForm } from "@/components/ui/search-form";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { Control } from "@/lib/catalogue/control";
import { ALL_CONTROLS, matchingControls } from "@/lib/catalogue/control-filter";
import { counted } from "@/lib/shared/counted";
import { hrefWith } from "@/lib/shared/read-filters";
import { editCrumbs, editHref, type ThreatToEdit } from "./threat-to-edit";

const SHOWN = 50;

interface ChooseControlProps {
  readonly loaded: ThreatToEdit;
  readonly words: string;
}

/** Finds the control to link: by number or words; before that, those whose letter is the threat's. */
export function ChooseControl({ loaded, words }: ChooseControlProps) {
  const { stored, threat } = loaded;
  const [only, ...others] = stored.model.evidence;
  const family = others.length === 0 && only !== undefined ? only : null;
  const found =
    words === ""
      ? matchingControls({ ...ALL_CONTROLS, family, stride: threat.stride }).filter(({ retired }) => !retired)
      : matchingControls({ ...ALL_CONTROLS, q: words });
  const what = words === "" ? "Controls with the letter of this threat" : `${counted(found.length, "control")} found`;
  return (
    <>
      <PageHead title="Link a control" crumbs={editCrumbs(loaded)} meta={`To ${threat.title}`} />
      <PageBody>
        <SearchForm
          action={editHref(loaded)}
          label="Find a control"
          placeholder="A number such as 5.10, or words of the title"
          defaultValue={words}
          className="mb-4 max-w-120"
        />
        <p className="mb-2 text-meta text-fg-muted">
          {what}
          {found.length > SHOWN && `; the first ${SHOWN} are shown`}
        </p>
        <Table
          caption="Controls"
          columns={columnsOf(loaded)}
          rows={found.slice(0, SHOWN)}
          rowKey={({ slug }) => slug}
          empty={<EmptyState title="No control is called so">Try fewer words, or the number as a scan prints it.</EmptyState>}
        />
      </PageBody>
    </>
  );
}

const columnsOf = (loaded: ThreatToEdit): readonly Column<Control>[] => [
  { key: "number", header: "Check", width: "4.5rem", phone: "top", cell: ({ number }) => <span className="text-fg-subtle">{number}</span> },
  {
    key: "title",
    header: "Control",
    rowHeader: true,
    cell: ({ slug, title }) => (
      <AppLink kind="row" href={hrefWith(editHref(loaded), { control: slug })}>
        <CheckTitle title={title} />
      </AppLink>
    ),
  },
  {
    key: "family",
    header: "For",
    width: "7rem",
    cell: ({ family }) => <span className="text-fg-muted">{family === "docker" ? "Docker" : "Kubernetes"}</span>,
  },
  { key: "severity", header: "Severity", width: "6.5rem", cell: ({ judgement }) => <SeverityMark severity={judgement.severity} /> },
  {
    key: "stride",
    header: "STRIDE",
    width: "6rem",
    phone: "top-end",
    cell: ({ judgement }) => <StrideChips letters={judgement.stride.map(({ letter }) => letter)} />,
  },
  {
    key: "linked",
    header: "",
    headerLabel: "Linked already",
    width: "5rem",
    phone: "end",
    cell: ({ slug }) => loaded.threat.controls.some(({ control }) => control === slug) && <span className="text-fg-muted">linked</span>,
  },
];
