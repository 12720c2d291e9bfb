import { ArrowRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { ModelChange } from "@/lib/threats/edit/compare";

const SUBJECTS: Readonly<Record<ModelChange["subject"], string>> = {
  model: "The model itself",
  threat: "Threats",
  mitigation: "Mitigations",
  link: "Control links",
  diagram: "Diagrams",
  element: "Elements",
  boundary: "Trust boundaries",
  flow: "Flows",
  note: "Notes",
};

const MARKS: Readonly<Record<ModelChange["change"], { readonly tone: Tone; readonly label: string }>> = {
  added: { tone: "green", label: "Added" },
  removed: { tone: "red", label: "Removed" },
  changed: { tone: "blue", label: "Changed" },
};

export interface ChangeListProps {
  readonly changes: readonly ModelChange[];
  /** Heads of the values: what stood before, and what stands after. */
  readonly before: string;
  readonly after: string;
  /** What a control is called; its slug where nobody knows. */
  readonly controlTitle: (slug: string) => string;
}

/** What differs between two states of a model, kind by kind, every field with both of its values. */
export function ChangeList({ changes, before, after, controlTitle }: ChangeListProps) {
  const kinds = [...new Set(changes.map(({ subject }) => subject))];
  return (
    <div className="flex flex-col gap-6">
      {kinds.map((kind) => {
        const own = changes.filter(({ subject }) => subject === kind);
        return (
          <section key={kind}>
            <h2 className="text-meta">
              {SUBJECTS[kind]} <span className="font-normal text-fg-subtle">{own.length}</span>
            </h2>
            <ul className="mt-1 divide-y divide-border border-y border-border">
              {own.map((change) => (
                <li key={`${change.change} ${change.key}`} className="py-3">
                  <ChangeHead change={change} controlTitle={controlTitle} />
                  {change.fields.length > 0 && <FieldChanges change={change} before={before} after={after} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ChangeHead({ change, controlTitle }: { readonly change: ModelChange; readonly controlTitle: ChangeListProps["controlTitle"] }) {
  const { tone, label } = MARKS[change.change];
  const name = change.subject === "link" ? controlTitle(change.name) : change.name;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Badge tone={tone}>{label}</Badge>
      <p className="min-w-0 flex-1 font-medium wrap-anywhere">
        {name || "Without a name"}
        {change.of !== null && <span className="font-normal text-fg-muted">{` – of ${change.of}`}</span>}
      </p>
    </div>
  );
}

function FieldChanges({ change, before, after }: { readonly change: ModelChange; readonly before: string; readonly after: string }) {
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-3 text-meta sm:grid-cols-[9rem_minmax(0,1fr)]">
      {change.fields.map((field) => (
        <div key={field.field} className="contents">
          <dt className="text-fg-subtle">{field.field}</dt>
          <dd className="grid min-w-0 items-start gap-x-3 gap-y-1 max-sm:-mt-2 md:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
            <Value head={before} value={field.before} old />
            <ArrowRight size={14} aria-hidden className="mt-1 text-fg-subtle max-md:hidden" />
            <Value head={after} value={field.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ head, value, old = false }: { readonly head: string; readonly value: string; readonly old?: boolean }) {
  return (
    <p className={old ? "wrap-anywhere whitespace-pre-line text-fg-muted" : "wrap-anywhere whitespace-pre-line"}>
      <span className="text-small text-fg-subtle md:sr-only">{`${head}: `}</span>
      {value === "" ? <span className="text-fg-subtle">nothing</span> : value}
    </p>
  );
}
