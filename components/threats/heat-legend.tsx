import { Check } from "lucide-react";

const STEPS = [
  { step: 1, words: "1 to 20 %" },
  { step: 2, words: "to 40 %" },
  { step: 3, words: "to 60 %" },
  { step: 4, words: "to 80 %" },
  { step: 5, words: "to 100 %" },
] as const;

/** What the colours and hatchings of the heatmap mean. */
export function HeatLegend({ staleDays, gaps = false }: { readonly staleDays: number; readonly gaps?: boolean }) {
  return (
    <ul aria-label="What the cells mean" className="threat-key">
      <li className="text-fg-subtle">unmitigated of assessed</li>
      <li>
        <Check size={12} strokeWidth={2.4} aria-hidden className="text-green-fg" />
        none
      </li>
      {STEPS.map(({ step, words }) => (
        <li key={step}>
          <i aria-hidden className="heat-swatch" data-heat={step} />
          {words}
        </li>
      ))}
      <li>
        <i aria-hidden className="heat-swatch" data-heat="hatched" />
        stale (no scan for {staleDays} days), no evidence yet, or no check covers it
      </li>
      {gaps && (
        <li>
          <i aria-hidden className="heat-swatch" data-heat="gap" />
          STRIDE per element asks for a threat, and none is recorded
        </li>
      )}
      <li>
        <span aria-hidden>–</span> {gaps ? "none expected, or out of scope" : "no threat"}
      </li>
    </ul>
  );
}
