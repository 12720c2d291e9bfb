import { SeverityMark } from "@/components/marks/severity";
import { StrideChip } from "@/components/marks/stride-chips";
import { InlineCode } from "@/components/ui/inline-code";
import type { Judgement } from "@/lib/catalogue/judgement";
import { STRIDE_CATEGORIES } from "@/lib/stride/categories";

/** What a pass does about the category. */
const KIND = { mitigates: "mitigates", detects: "detects only" } as const;

/** Why a control matters: each STRIDE category it bears on with its own reason, the primary one first. */
export function StrideReasons({ judgement }: { readonly judgement: Pick<Judgement, "severity" | "stride"> }) {
  return (
    <>
      <ul className="flex flex-col gap-2">
        {judgement.stride.map(({ letter, kind, reason }, index) => (
          <li key={letter} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
            <StrideChip letter={letter} decorative />
            <div>
              <p className="font-medium">
                {STRIDE_CATEGORIES[letter].name}
                <span className="text-small font-normal text-fg-muted">
                  {" "}
                  {index === 0 ? "primary · " : ""}
                  {KIND[kind]}
                </span>
              </p>
              <p className="text-meta text-fg-muted">
                <InlineCode text={reason} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex items-center gap-1 text-small text-fg-muted">
        <SeverityMark severity={judgement.severity} />
        <span>if it fails</span>
      </p>
    </>
  );
}
