import { classNames } from "./class-names";

/** Stands where words will be. Shown by Suspense only after a while, so it does not move. */
function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={classNames("inline-block h-3 w-24 rounded-tag bg-surface-hover align-middle", className)} />;
}

export interface SkeletonRowsProps {
  readonly rows?: number;
  /** What is being loaded, said once to ears. */
  readonly label: string;
}

/** Rows of the true height while a list is on its way. Headings and actions are never skeletons. */
export function SkeletonRows({ rows = 6, label }: SkeletonRowsProps) {
  return (
    <div role="status">
      <span className="sr-only">Loading {label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place.
        <div key={index} className="flex h-(--row) items-center gap-4 border-b border-border" aria-hidden>
          <Skeleton className="w-20" />
          <Skeleton className={index % 3 === 0 ? "w-72" : "w-56"} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
