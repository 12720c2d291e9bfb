import { Checkbox } from "@/components/ui/input";
import type { Severity } from "@/lib/catalogue/judgement";
import type { FindingState } from "@/lib/hardening/states";
import type { StrideLetter } from "@/lib/stride/categories";
import { CheckTitle } from "./check-title";
import { SeverityMark } from "./severity";
import { StatePill } from "./state-pill";
import { StrideChips } from "./stride-chips";

/** A check with the findings that were selected of it. */
export interface PlannedControl {
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  readonly findings: readonly {
    readonly id: number;
    readonly host: string;
    readonly state: FindingState;
    readonly items?: readonly PlannedItem[];
  }[];
}

interface PlannedItem {
  readonly key: string;
  readonly name: string;
}

export interface PlannedFindingsProps {
  readonly controls: readonly PlannedControl[];
  /** The boxes that were ticked when the form was sent; null before, when all are. */
  readonly ticked: readonly string[] | null;
  /** The same of the boxes of items; absent where nothing is made of single items. */
  readonly itemsTicked?: readonly string[] | null;
}

/** What something will be made of: one per check, and a box for each of its hosts. What is not ticked stays out. */
export function PlannedFindings({ controls, ticked, itemsTicked }: PlannedFindingsProps) {
  return (
    <ul className="flex flex-col gap-3">
      {controls.map(({ key, number, title, severity, stride, findings }) => (
        <li key={key} className="rounded-card border border-border p-3">
          <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            {number !== null && <span className="text-small text-fg-subtle">{number}</span>}
            <h3 id={`planned-${key}`} className="min-w-0 flex-1 basis-48 text-body font-medium wrap-anywhere">
              <CheckTitle title={title} />
            </h3>
            {severity && <SeverityMark severity={severity} />}
            <StrideChips letters={stride} />
          </div>
          <ul aria-labelledby={`planned-${key}`} className="grid gap-x-6 sm:grid-cols-2">
            {findings.map(({ id, host, state, items = [] }) => (
              <li key={id}>
                <div className="flex items-center justify-between gap-2">
                  <Checkbox
                    name="finding"
                    value={id}
                    defaultChecked={ticked === null || ticked.includes(String(id))}
                    label={<span className="wrap-anywhere">{host}</span>}
                  />
                  {state !== "open" && <StatePill state={state} />}
                </div>
                {itemsTicked !== undefined && items.length > 1 && (
                  <PlannedItems finding={id} host={host} items={items} ticked={itemsTicked} open={findings.length === 1} />
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface PlannedItemsProps {
  readonly finding: number;
  readonly host: string;
  readonly items: readonly PlannedItem[];
  readonly ticked: readonly string[] | null;
  readonly open: boolean;
}

/** What fails there, a box each. All ticked is the check as a whole, with whatever else it may name later. */
function PlannedItems({ finding, host, items, ticked, open }: PlannedItemsProps) {
  return (
    <details className="mb-1 ml-6" open={open}>
      <summary className="inline-flex min-h-6 items-center text-meta text-fg-muted">
        {items.length} items<span className="sr-only"> on {host}</span>
      </summary>
      <input type="hidden" name="itemsOf" value={`${finding}/${items.length}`} />
      <ul aria-label={`Items on ${host}`} className="text-meta">
        {items.map(({ key, name }) => {
          const value = `${finding}/${key}`;
          return (
            <li key={key}>
              <Checkbox
                name="item"
                value={value}
                defaultChecked={ticked === null || ticked.includes(value)}
                label={<span className="wrap-anywhere">{name}</span>}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
