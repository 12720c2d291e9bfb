"use client";

import { type ReactNode, useEffect, useRef } from "react";

export interface DisclosureProps {
  readonly className?: string;
  /** A summary, then what it opens (class `popover`). */
  readonly children: ReactNode;
}

/**
 * A details element that behaves as a menu: it closes on Escape, on a press outside, when focus leaves it and when a link in it is
 * followed. Without scripts it is a plain details element.
 */
export function Disclosure({ className, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = () => {
      element.open = false;
    };
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) close();
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element.open) return;
      close();
      element.querySelector("summary")?.focus();
    };
    const closeAfterLink = (event: Event) => {
      if (event.target instanceof Element && event.target.closest("a")) close();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    element.addEventListener("keydown", closeOnEscape);
    element.addEventListener("click", closeAfterLink);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      element.removeEventListener("keydown", closeOnEscape);
      element.removeEventListener("click", closeAfterLink);
    };
  }, []);
  return (
    <details ref={details} className={className}>
      {children}
    </details>
  );
}
