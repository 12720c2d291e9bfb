import type { Exposure } from "@/lib/threats/exposure-words";
import { CELL_FILL } from "./compartment-strip";

const ITEMS: readonly { readonly exposure: Exposure; readonly words: (staleDays: number) => string }[] = [
  { exposure: "unmitigated", words: () => "Unmitigated" },
  { exposure: "accepted", words: () => "Accepted" },
  { exposure: "partly", words: () => "Partly" },
  { exposure: "stale", words: (days) => `Stale, over ${days} days` },
  { exposure: "manual", words: () => "Manual or not assessed" },
  { exposure: "mitigated", words: () => "Mitigated" },
];

/** What the compartments mean, in the order they are drawn. Once per page that draws them. */
export function ExposureLegend({ staleDays }: { readonly staleDays: number }) {
  return (
    <ul aria-label="What the compartments mean" className="threat-key">
      {ITEMS.map(({ exposure, words }) => (
        <li key={exposure}>
          <i aria-hidden className={`cell ${CELL_FILL[exposure]}`} />
          {words(staleDays)}
        </li>
      ))}
      <li className="text-fg-subtle">one compartment per host, worst first</li>
    </ul>
  );
}
