/** A hull cut by two bulkheads: the third compartment is flooded, and contained. */
export function BrandMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="flex-none fill-accent">
      <path d="M6.6 2.5H3.5A1.5 1.5 0 0 0 2 4v5.4c0 3.2 1.8 6 4.6 7.4z" />
      <path d="M8.1 2.5h3.8v14.8c-.6.15-1.2.2-1.9.2s-1.3-.05-1.9-.2z" />
      <path d="M13.4 2.5h3.1A1.5 1.5 0 0 1 18 4v5.4c0 3.2-1.8 6-4.6 7.4z" fillOpacity=".4" />
    </svg>
  );
}
