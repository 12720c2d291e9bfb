import type { ReactNode } from "react";

/** Hatched words: nothing is known, which is never drawn as good. */
export const NoEvidence = ({ children }: { readonly children: ReactNode }) => (
  <span className="cells-none hatch inline-block! max-w-full! align-middle">
    <span>{children}</span>
  </span>
);
