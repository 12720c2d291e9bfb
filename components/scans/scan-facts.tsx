import { LEVEL_LOOK } from "@/components/marks/level-tag";
import { ResultBar, ResultKey } from "@/components/marks/result-bar";
import { AppLink } from "@/components/ui/app-link";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { formatStamp } from "@/components/ui/time-format";
import type { Level } from "@/lib/bench/report";
import type { Tool } from "@/lib/bench/tool";
import { counted } from "@/lib/shared/counted";
import { NO_FILTER, resultsHref } from "./result-filter";
import { editionLine, editionReason, TIME_SOURCE_WORDS, type TimeSource, VIA_WORDS } from "./scan-words";

export interface ScanFactsProps {
  readonly scan: {
    readonly id: number;
    readonly tool: Tool;
    readonly headerVersion: string | null;
    readonly edition: string | null;
    readonly editionCandidates: readonly string[];
    readonly ranAt: Date;
    readonly timeSource: TimeSource;
    readonly loggedAt: Date | null;
    readonly complete: boolean;
    readonly checks: number;
    readonly toolChecks: number | null;
    readonly toolScore: number | null;
    readonly levels: Readonly<Record<Level, number>>;
    readonly unmapped: number;
    readonly uploadedAt: Date;
    readonly uploadedBy: string;
  };
  /** How it came; null when its log is not kept. */
  readonly via: string | null;
  /** Checks of a default run of the scan's numbering, and how many of them it printed; null without a numbering. */
  readonly coverage: { readonly printed: number; readonly usual: number } | null;
  /** How well the results fit the numbering, as a sentence; "" without a numbering. */
  readonly fit: string;
}

/** What a scan is: its numbers as printed, and how each fact about it is known. */
export function ScanFacts({ scan, via, coverage, fit }: ScanFactsProps) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <section aria-label="Results in numbers">
        <LevelCounts scan={scan} />
        <ResultBar counts={scan.levels} absent={coverage === null ? 0 : coverage.usual - coverage.printed} />
        <div className="mt-2">
          <ResultKey />
        </div>
        <p className="mt-3 text-meta text-fg-muted">{coverageWords(scan.checks, coverage)}</p>
        {scan.unmapped > 0 && (
          <p className="mt-1 text-meta text-fg-muted">
            <AppLink href={resultsHref(scan.id, { ...NO_FILTER, unmapped: true })}>{counted(scan.unmapped, "result")} unmapped</AppLink>: no
            catalogue knows the title.
          </p>
        )}
      </section>
      <section aria-label="About this scan">
        <DescriptionList items={facts(scan, via, fit)} />
      </section>
    </div>
  );
}

/** As the bar under the numbers is drawn. */
const BAR_ORDER = ["FAIL", "WARN", "NOTE", "INFO", "PASS"] as const satisfies readonly Level[];

function LevelCounts({ scan }: { readonly scan: ScanFactsProps["scan"] }) {
  const shown = BAR_ORDER.filter((level) => level !== "FAIL" || scan.levels.FAIL > 0);
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
      {shown.map((level) => {
        const { icon: Icon, tone, meaning } = LEVEL_LOOK[level];
        return (
          <li key={level} className={`tone-${tone}`}>
            <AppLink
              kind="bare"
              href={resultsHref(scan.id, { ...NO_FILTER, levels: [level] })}
              title={meaning}
              className="flex min-h-6 items-baseline gap-1.5 underline-offset-3 hover:underline"
            >
              <Icon size={14} className="self-center text-tone" />
              <span className="text-h1 font-semibold">{scan.levels[level]}</span>
              <span className="font-mono text-small text-fg-muted">{level}</span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}

function coverageWords(checks: number, coverage: ScanFactsProps["coverage"]): string {
  if (coverage === null) return `${counted(checks, "result")} as printed.`;
  const { printed, usual } = coverage;
  const missing = usual - printed;
  const all = `${counted(checks, "result")}, ${printed} of the ${usual} checks of a default run of this numbering.`;
  return missing === 0 ? all : `${all} The other ${missing} (hatched) were not printed: not assessed, never passed.`;
}

function facts(scan: ScanFactsProps["scan"], via: string | null, fit: string): Description[] {
  return [
    {
      term: "Ran",
      description: (
        <>
          <time dateTime={scan.ranAt.toISOString()}>{formatStamp(scan.ranAt)}</time>, {TIME_SOURCE_WORDS[scan.timeSource]}
          {scan.loggedAt !== null && (
            <span className="block text-fg-muted">
              The log itself says {formatStamp(scan.loggedAt)}
              {scan.loggedAt.getTime() === scan.ranAt.getTime() ? ", the same" : ""}.
            </span>
          )}
        </>
      ),
    },
    {
      term: "Tool",
      description: (
        <>
          {editionLine(scan)}
          <span className="block text-fg-muted">
            {editionReason(scan)} {fit}
          </span>
        </>
      ),
    },
    {
      term: "Extent",
      description: scan.complete ? (
        <>Complete: the tool came to its own end.</>
      ) : (
        <>
          Partial: the log ends before the tool did.
          <span className="block text-fg-muted">What it does not hold is not assessed; a partial scan closes nothing by silence.</span>
        </>
      ),
    },
    { term: "Tool says", description: toolWords(scan) },
    {
      term: "Uploaded",
      description: (
        <>
          {formatStamp(scan.uploadedAt)} by <bdi>{scan.uploadedBy}</bdi>
          {via !== null && ` ${VIA_WORDS[via] ?? `via ${via}`}`}
        </>
      ),
    },
  ];
}

function toolWords({ toolChecks, toolScore, checks }: ScanFactsProps["scan"]) {
  if (toolChecks === null && toolScore === null) return "No count and no score: the log holds no line with them.";
  return (
    <>
      {toolChecks !== null && `${counted(toolChecks, "check")}${toolChecks === checks ? "" : ` (${checks} results were read)`}`}
      {toolChecks !== null && toolScore !== null && ", "}
      {toolScore !== null && (
        <>
          score {String(toolScore).replace("-", "−")}
          <span className="block text-fg-muted">The tool's own formula: +1 per passed scored check, −1 per failed one.</span>
        </>
      )}
    </>
  );
}
