import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { ChoiceField } from "./edit-fields";
import { elementOptions } from "./part-forms";

export interface NewFlowFormProps {
  readonly model: ThreatModel;
  readonly diagram: string;
  /** The id of the element it begins at, where that is known. */
  readonly from: string | null;
  readonly onAdd: (from: string, to: string) => void;
  readonly onCancel: () => void;
}

/** Connects two elements without a pointer. */
export function NewFlowForm({ model, diagram, from, onAdd, onCancel }: NewFlowFormProps) {
  const [ends, setEnds] = useState({ from: from ?? "", to: "" });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLSelectElement>(`[name="${from === null ? "newFrom" : "newTo"}"]`)?.focus();
  }, [from]);
  const choose = { value: "", label: "Choose an element" };
  const options = elementOptions(model, diagram);
  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ends.from !== "" && ends.to !== "") onAdd(ends.from, ends.to);
      }}
    >
      <h2>New flow</h2>
      <ChoiceField
        name="newFrom"
        label="From"
        value={ends.from}
        options={[choose, ...options]}
        onValue={(value) => setEnds({ ...ends, from: value })}
      />
      <ChoiceField
        name="newTo"
        label="Connect to"
        value={ends.to}
        options={[choose, ...options.filter(({ value }) => value !== ends.from)]}
        onValue={(value) => setEnds({ ...ends, to: value })}
      />
      <div className="flex gap-2">
        <Button type="submit" aria-disabled={ends.from === "" || ends.to === "" || undefined}>
          Connect
        </Button>
        <Button variant="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
