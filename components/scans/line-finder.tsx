"use client";

import { useEffect } from "react";

/**
 * Finds the line that an address names only behind its #, which no server sees: on another page of the log, or on this one
 * after a move inside the app, where the browser does not mark it by itself. Links that name the line in the query as well
 * need no script.
 */
export function LineFinder({ path }: { readonly path: string }) {
  useEffect(() => {
    const find = () => {
      const [, line] = /^#L([1-9]\d{0,8})$/.exec(location.hash) ?? [];
      if (line === undefined) return;
      const element = document.getElementById(`L${line}`);
      if (element === null) location.replace(`${path}line=${line}#L${line}`);
      else if (!element.matches(":target")) location.replace(location.href);
    };
    find();
    window.addEventListener("hashchange", find);
    return () => window.removeEventListener("hashchange", find);
  }, [path]);
  return null;
}
