import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { formatStamp } from "@/components/ui/time-format";
import { counted } from "@/lib/shared/counted";

export interface CompareFormProps {
  readonly scanId: number;
  /** Newest first. */
  readonly scans: readonly { readonly id: number; readonly ranAt: Date; readonly failing: number; readonly complete: boolean }[];
  /** Of all earlier scans; more than are listed when there are very many. */
  readonly total: number;
  readonly selected?: number | undefined;
}

/** Chooses an earlier scan to compare with; a plain form, so that it works without a script. */
export function CompareForm({ scanId, scans, total, selected }: CompareFormProps) {
  if (scans.length === 0) return null;
  return (
    <form action={`/scans/${scanId}/diff`} className="no-print flex flex-wrap items-center gap-2 text-meta">
      <label htmlFor="compare-base" className="font-medium">
        Compare with
      </label>
      <Select
        id="compare-base"
        name="base"
        defaultValue={selected}
        wrapperClassName="min-w-0 max-sm:w-full"
        options={scans.map((scan) => ({
          value: String(scan.id),
          label: `Scan ${scan.id}, ${formatStamp(scan.ranAt)}, ${scan.failing} failing${scan.complete ? "" : ", partial"}`,
        }))}
      />
      <Button type="submit">Compare</Button>
      {total > scans.length && <span className="text-fg-muted">{`the newest ${scans.length} of ${counted(total, "earlier scan")}`}</span>}
    </form>
  );
}
