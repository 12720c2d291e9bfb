import { TextField } from "@/components/ui/field";
import { Choices, SelectField, TextareaField } from "@/components/ui/form-controls";
import { Checkbox } from "@/components/ui/input";
import { type FormState, typed } from "@/lib/shared/form-state";
import { DECIDE_WORDS, type DecideAct } from "./decide-words";

export interface DecideFieldsProps {
  readonly act: DecideAct;
  readonly state: FormState;
  /** Items that can be accepted one by one; null where only the check as a whole can. */
  readonly items: readonly { readonly key: string; readonly name: string }[] | null;
  /** Who may have asked for it; null where whoever sends the form asks. */
  readonly people: readonly { readonly id: string; readonly name: string }[] | null;
  /** "2026-11-26" */
  readonly today: string;
  /** What stands there before somebody writes. */
  readonly start?: { readonly reason: string; readonly says: "pass" | "fail" | null; readonly items: readonly string[] | null };
}

const PERIODS = [
  { value: "30", label: "30 days from now" },
  { value: "90", label: "90 days from now" },
  { value: "180", label: "180 days from now" },
  { value: "day", label: "The day below" },
];

/** The fields of a decision: what it covers, why, until when and who asked. The same on the panel of a finding and for many at once. */
export function DecideFields({ act, state, items, people, today, start }: DecideFieldsProps) {
  const errors = state.fieldErrors;
  return (
    <>
      {act === "attest" && (
        <Choices
          state={state}
          name="says"
          legend="The check"
          type="radio"
          className="flex flex-wrap gap-x-6"
          choices={[
            { value: "pass", label: "Holds" },
            { value: "fail", label: "Fails" },
          ]}
          start={start?.says ? [start.says] : []}
        />
      )}
      {act === "accept" && items === null && (
        <p className="text-meta text-fg-muted">It covers the check as a whole, also items that come later.</p>
      )}
      {act === "accept" && items !== null && <Scope state={state} items={items} start={start?.items ?? null} />}
      <TextareaField
        state={state}
        id={`${act}-reason`}
        name="reason"
        label={DECIDE_WORDS[act].reason}
        hint="In words that still make sense in a year."
        start={start?.reason ?? ""}
      />
      {act !== "notApplicable" && (
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <SelectField
            state={state}
            id={`${act}-period`}
            name="period"
            label="Ends"
            hint="Then it is open again by itself."
            options={PERIODS}
            start="90"
          />
          <TextField
            id={`${act}-until`}
            name="until"
            type="date"
            label="Day"
            optional
            min={today}
            hint="The last day, a year ahead at most."
            defaultValue={typed(state, "until")}
            error={errors.until}
          />
        </div>
      )}
      {people !== null && (
        <SelectField
          state={state}
          id={`${act}-asker`}
          name="requestedBy"
          label="Asked for by"
          start=""
          options={[{ value: "", label: "Me" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  );
}

interface ScopeProps {
  readonly state: FormState;
  readonly items: readonly { readonly key: string; readonly name: string }[];
  readonly start: readonly string[] | null;
}

/** The items stand under the choice that means them. Of boxes that were all unticked nothing is sent. */
function Scope({ state, items, start }: ScopeProps) {
  const scope = typed(state, "scope", "items");
  const ticked = state.ok === false ? [state.values.items ?? []].flat() : (start ?? items.map(({ key }) => key));
  const error = state.fieldErrors.items;
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={error ? "items-error" : undefined}>
      <legend className="mb-1 text-meta font-medium">It covers</legend>
      <Checkbox
        key={`items ${scope}`}
        type="radio"
        name="scope"
        value="items"
        defaultChecked={scope === "items"}
        label="The items ticked here"
        hint="One that comes later is open."
      />
      <ul className="ml-6 max-h-56 overflow-y-auto text-meta">
        {items.map(({ key, name }) => (
          <li key={`${key} ${ticked.includes(key)}`}>
            <Checkbox name="items" value={key} defaultChecked={ticked.includes(key)} label={<bdi className="wrap-anywhere">{name}</bdi>} />
          </li>
        ))}
      </ul>
      <Checkbox
        key={`all ${scope}`}
        type="radio"
        name="scope"
        value="all"
        defaultChecked={scope === "all"}
        label="The check as a whole"
        hint="Also items that come later."
      />
      {error && (
        <p id="items-error" className="text-meta text-red-fg">
          {error}
        </p>
      )}
    </fieldset>
  );
}
