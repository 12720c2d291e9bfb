import { EXPOSURES, type Exposure, type ExposureCounts } from "@/lib/threats/exposure-words";
import { exposureWords, hostsOf } from "./exposure-verdict";

/** With more hosts than this the cells become one bar. */
const MOST_CELLS = 24;

/** The class of each fill. The shape says the exposure; its colour repeats it. */
export const CELL_FILL: Readonly<Record<Exposure, string>> = {
  unmitigated: "cell-full",
  accepted: "cell-bar",
  partly: "cell-half",
  stale: "cell-hatched",
  manual: "cell-dotted",
  not_assessed: "cell-dotted",
  mitigated: "cell-outline",
};

/** One compartment per host, worst first; above 24 hosts one bar in the same proportions, with its numbers. Without a host hatched. */
export function CompartmentStrip({ counts }: { readonly counts: ExposureCounts }) {
  const hosts = hostsOf(counts);
  const words = exposureWords(counts);
  if (hosts === 0) {
    return (
      <span className="cells-none hatch">
        <span>{words}</span>
      </span>
    );
  }
  const shown = EXPOSURES.filter((exposure) => counts[exposure] > 0);
  if (hosts > MOST_CELLS) {
    return (
      <span className="block">
        <span aria-hidden className="cells-bar">
          {shown.map((exposure) => (
            <i key={exposure} className={`cell ${CELL_FILL[exposure]}`} style={{ flexGrow: counts[exposure] }} />
          ))}
        </span>
        <span className="mt-1 block text-small text-fg-subtle">{words}</span>
      </span>
    );
  }
  const cells = shown.flatMap((exposure) =>
    Array.from({ length: counts[exposure] }, (_, index) => ({ exposure, key: `${exposure}${index}` })),
  );
  return (
    <span role="img" aria-label={words} title={words} className="cells">
      {cells.map(({ exposure, key }) => (
        <i key={key} className={`cell ${CELL_FILL[exposure]}`} />
      ))}
    </span>
  );
}
