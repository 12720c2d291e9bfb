import type { Control } from "@/lib/catalogue/control";

/** A control as the API answers it. `hostsFailing` counts hosts on which it fails now and is not accepted. */
export const controlJson = (control: Control, hostsFailing: number) => ({
  slug: control.slug,
  family: control.family,
  title: control.title,
  section: control.section,
  severity: control.judgement.severity,
  stride: control.judgement.stride.map((link) => link.letter),
  reasons: control.judgement.stride,
  mitigation: control.judgement.mitigation,
  numbers: Object.fromEntries(control.numbers.map(({ edition, number }) => [edition, number])),
  hostsFailing,
});
