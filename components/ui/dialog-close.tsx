"use client";

import type { ReactNode } from "react";
import { buttonClass } from "./button-class";

/** Closes the dialog it stands in and changes nothing. */
export function DialogClose({ children = "Cancel" }: { readonly children?: ReactNode }) {
  return (
    <button type="button" className={buttonClass()} onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
      {children}
    </button>
  );
}
