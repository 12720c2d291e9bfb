import type { ReactNode } from "react";
import { AssignForm } from "@/components/findings/assign-form";
import { Checkbox } from "@/components/ui/input";
import { filterParams } from "@/lib/hardening/finding-filter";
import { countText, many } from "./count-words";
import type { ExplorerQuery } from "./explorer-query";

export interface SelectionFormProps {
  readonly query: ExplorerQuery;
  /** Name of the row boxes. */
  readonly name: "finding" | "pick" | "pickhost";
  readonly noun: readonly [one: string, many: string];
  /** Findings under the filter, whatever the page. */
  readonly matching: number;
  readonly capped: boolean;
  readonly children: ReactNode;
}

/** Ticks rows and assigns them; with the second box, everything that matches goes as the filter itself. */
export function SelectionForm({ query, name, noun, matching, capped, children }: SelectionFormProps) {
  return (
    <AssignForm
      name={name}
      noun={noun}
      whole={{ name: "all", words: `All ${many(matching, "matching finding", capped)} selected` }}
      hidden={filterParams(query.filter).map(([param, value]) => (
        <input key={`${param}=${value}`} type="hidden" name={param} value={value} />
      ))}
      choices={<Checkbox name="all" value="1" label={`Select all ${countText(matching, capped)} matching findings`} />}
      bleed
    >
      {children}
    </AssignForm>
  );
}
