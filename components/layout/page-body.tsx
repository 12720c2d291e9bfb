import type { ReactNode } from "react";

/** What stands under the head of a page, inside the gutters. A Section in it keeps 28 px from the one before. */
export const PageBody = ({ children }: { readonly children: ReactNode }) => <div className="px-gutter">{children}</div>;
