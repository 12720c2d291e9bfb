"use client";

import { TextField } from "@/components/ui/field";
import { EditForm, type EditTarget } from "./edit-form";

export interface RemoveFormProps extends EditTarget {
  readonly hidden: Readonly<Record<string, string | number>>;
  /** "Remove this element". */
  readonly label: string;
  /** For ears, where the label does not say what is removed. */
  readonly spoken?: string;
  readonly size?: "sm" | "md";
}

/** A button that takes something out of a model. The history still has it. */
export function RemoveForm({ label, size = "md", ...form }: RemoveFormProps) {
  return <EditForm {...form} save={label} pending="Removing" variant="danger" size={size} className="flex flex-col items-start gap-2" />;
}

/** Takes the whole model out of use. */
export function DeleteModelForm({ title, ...target }: EditTarget & { readonly title: string }) {
  return (
    <EditForm {...target} save="Delete this model" pending="Deleting" variant="danger" className="mt-3 flex max-w-120 flex-col gap-4">
      {(state) => (
        <TextField
          name="typedTitle"
          label={
            <>
              Type <bdi className="font-semibold">{title}</bdi> to delete it
            </>
          }
          maxLength={300}
          autoComplete="off"
          error={state.fieldErrors.typedTitle}
        />
      )}
    </EditForm>
  );
}
