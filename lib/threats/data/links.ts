import type { Confidence } from "../scales";
import type { ControlLink } from "../threat-model";

type LinkOf = (control: string, mitigation: string | null, reason: string, confidence?: Confidence) => ControlLink;

/** A control that decides the threat: it prevents or limits it, and a default run of the tool can say PASS of it. */
export const required: LinkOf = (control, mitigation, reason, confidence = "high") => ({
  control,
  kind: "mitigates",
  role: "required",
  reason,
  confidence,
  mitigation,
});

/** A control that limits the threat and is shown beside it; it decides nothing. */
export const supporting: LinkOf = (control, mitigation, reason, confidence = "medium") => ({
  control,
  kind: "mitigates",
  role: "supporting",
  reason,
  confidence,
  mitigation,
});

/** A control that only makes the threat visible. */
export const detecting: LinkOf = (control, mitigation, reason, confidence = "medium") => ({
  control,
  kind: "detects",
  role: "supporting",
  reason,
  confidence,
  mitigation,
});
