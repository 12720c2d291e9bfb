import type { Confidence } from "../../scales";
import type { ControlLink } from "../../threat-model";

/** A control without which the threat is plainly open; `mitigation` is the one it shows to be in place. */
export const required = (control: string, mitigation: string, reason: string, confidence: Confidence = "high"): ControlLink => ({
  control,
  kind: "mitigates",
  role: "required",
  reason,
  confidence,
  mitigation,
});

/** A control that makes the threat harder, but does not decide it. */
export const supporting = (control: string, mitigation: string | null, reason: string, confidence: Confidence = "medium"): ControlLink => ({
  control,
  kind: "mitigates",
  role: "supporting",
  reason,
  confidence,
  mitigation,
});

/** A control that only shows that the threat has come true. */
export const detecting = (control: string, mitigation: string | null, reason: string, confidence: Confidence = "medium"): ControlLink => ({
  control,
  kind: "detects",
  role: "supporting",
  reason,
  confidence,
  mitigation,
});
