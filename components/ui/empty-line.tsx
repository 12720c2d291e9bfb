import type { ReactNode } from "react";

/** What stands where a short list on a page of several would be: one sentence. A page that is about one list has an EmptyState. */
export const EmptyLine = ({ children }: { readonly children: ReactNode }) => (
  <p className="border-y border-border py-4 text-meta text-fg-muted">{children}</p>
);
