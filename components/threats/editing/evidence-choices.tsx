import { Choices } from "@/components/ui/form-controls";
import type { FormState } from "@/lib/shared/form-state";

export interface EvidenceChoicesProps {
  readonly state: FormState;
  readonly start: readonly string[];
}

/** Whose scans bring a host under the model. */
export function EvidenceChoices({ state, start }: EvidenceChoicesProps) {
  return (
    <Choices
      state={state}
      name="evidence"
      legend="Whose scans count"
      hint="Hosts come under the model with the scans ticked here. With none, only those that a person puts there."
      type="checkbox"
      start={start}
      choices={[
        { value: "docker", label: "Docker", hint: "docker-bench-security" },
        { value: "kubernetes", label: "Kubernetes", hint: "kube-bench" },
      ]}
    />
  );
}
