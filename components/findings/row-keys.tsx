"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

export interface RowKeysProps {
  /** The finding whose panel is open. */
  readonly openId: number | null;
  /** The list without the panel. */
  readonly closeHref: string;
  readonly children: ReactNode;
}

const ROW_LINK = "a[data-finding]";
const TYPED_IN = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/**
 * Keys of a list of findings, only while focus is in it or in its panel: j and k move, x ticks, Space opens the panel, Escape closes
 * it. Closing gives focus back to the row; under 1280 px, where the panel takes the place of the list, opening moves it there.
 */
export function RowKeys({ openId, closeHref, children }: RowKeysProps) {
  const area = useRef<HTMLDivElement>(null);
  const lastOpen = useRef<number | null>(openId);
  const router = useRouter();

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement) || event.target.matches(TYPED_IN))
        return;
      if (event.key === "Escape" && openId !== null && !event.target.closest("details[open]")) {
        router.push(closeHref as Route, { scroll: false });
      } else if (handleRowKey(element, event.target, event.key)) {
        event.preventDefault();
      }
    };
    // Before the link's own handler, which would scroll the list to its top.
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest(".side-panel a") : null;
      if (!plain || link?.getAttribute("href") !== closeHref) return;
      event.preventDefault();
      router.push(closeHref as Route, { scroll: false });
    };
    element.addEventListener("keydown", onKeyDown);
    element.addEventListener("click", onClick, true);
    return () => {
      element.removeEventListener("keydown", onKeyDown);
      element.removeEventListener("click", onClick, true);
    };
  }, [openId, closeHref, router]);

  useEffect(() => {
    const element = area.current;
    const before = lastOpen.current;
    lastOpen.current = openId;
    if (!element || before === openId) return;
    if (openId === null) {
      const row = element.querySelector<HTMLElement>(`a[data-finding="${before}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    } else if (window.matchMedia("(width < 80rem)").matches) {
      element.querySelector<HTMLElement>("[data-panel-title]")?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, [openId]);

  return <div ref={area}>{children}</div>;
}

/** True when the key meant something here. */
function handleRowKey(area: HTMLElement, target: HTMLElement, key: string): boolean {
  const links = [...area.querySelectorAll<HTMLElement>(ROW_LINK)];
  const row = target.closest("tr[data-row]");
  const link = row?.querySelector<HTMLElement>(ROW_LINK) ?? null;
  if (key === "j" || key === "k") {
    const next = links[link === null ? 0 : links.indexOf(link) + (key === "j" ? 1 : -1)];
    next?.focus();
    return true;
  }
  if (key === "x" && row) {
    row.querySelector<HTMLInputElement>("input[data-row]")?.click();
    return true;
  }
  if (key === " " && target === link) {
    link.click();
    return true;
  }
  return false;
}
