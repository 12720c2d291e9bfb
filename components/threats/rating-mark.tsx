import { RATINGS, type Rating } from "@/lib/threats/scales";

/** What people call a likelihood or an impact. */
export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  very_low: "Very low",
  low: "Low",
  medium: "Medium",
  high: "High",
  very_high: "Very high",
};

/** Likelihood or impact: one to five bars and the word. Null where nobody rated it. */
export function RatingMark({ rating }: { readonly rating: Rating | null }) {
  if (rating === null) return <span className="text-small whitespace-nowrap text-fg-subtle">Not rated</span>;
  const full = RATINGS.indexOf(rating) + 1;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-small font-medium whitespace-nowrap text-fg-muted">
      <svg viewBox="0 0 18 12" width={18} height={12} aria-hidden="true" className="flex-none fill-current">
        {RATINGS.map((step, index) => (
          <rect
            key={step}
            x={index * 3.75}
            y={9.6 - index * 2.4}
            width={2.5}
            height={2.4 + index * 2.4}
            rx={0.75}
            opacity={index < full ? 1 : 0.25}
          />
        ))}
      </svg>
      {RATING_WORDS[rating]}
    </span>
  );
}
