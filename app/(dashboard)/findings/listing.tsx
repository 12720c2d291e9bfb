import "server-only";
import type { ReactNode } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { listByChange, listByControl, listByHost, listByTarget } from "@/lib/data/finding-explorer";
import type { FindingScope } from "@/lib/data/finding-scope";
import { getFreshDays } from "@/lib/data/settings";
import { countControls } from "@/lib/hardening/finding-counts";
import { ControlList } from "./control-list";
import type { ExplorerQuery } from "./explorer-query";
import { HostList } from "./host-list";
import type { SelectionFormProps } from "./selection-form";
import { SingleList } from "./single-list";

/** Rows of a page: keeps it under 60 kB and 2,500 nodes. */
const PAGE_SIZE = 50;

/** One page of the list, drawn, and its place among all. */
export interface Listing {
  readonly table: ReactNode;
  readonly shown: number;
  /** Rows on all pages. */
  readonly of: number;
  readonly size: number;
  /** What its boxes choose; null when nothing can be chosen. */
  readonly boxes: Pick<SelectionFormProps, "name" | "noun"> | null;
}

export interface ListingFacts {
  /** Findings under the filter. */
  readonly total: number;
  readonly selectable: boolean;
}

/** Reads and draws the page of the list that a query asks for. */
export async function readListing(
  viewer: Viewer,
  scope: FindingScope,
  query: ExplorerQuery,
  now: Date,
  { total, selectable }: ListingFacts,
): Promise<Listing> {
  const page = { number: query.page, size: PAGE_SIZE };
  const boxes = (name: SelectionFormProps["name"], one: string) => (selectable ? ({ name, noun: [one, `${one}s`] } as const) : null);
  if (query.group === "host") {
    const [hosts, freshDays] = await Promise.all([
      listByHost(viewer, scope, query.sort === "host" ? "host" : "worst", page),
      getFreshDays(viewer),
    ]);
    const table = <HostList query={query} hosts={hosts.items} selectable={selectable} now={now} freshDays={freshDays} />;
    return { table, shown: hosts.items.length, of: hosts.total, size: PAGE_SIZE, boxes: boxes("pickhost", "host") };
  }
  const order = query.sort === "number" || query.sort === "severity" ? query.sort : "worst";
  const controls = countControls(scope.rows, scope.subjects, query.filter, order);
  if (query.group === "control") {
    const shown = controls.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE);
    const table = <ControlList query={query} controls={shown} capped={scope.capped} selectable={selectable} />;
    return { table, shown: shown.length, of: controls.length, size: PAGE_SIZE, boxes: boxes("pick", "control") };
  }
  const findings = await (query.sort === "since"
    ? listByChange(viewer, scope, page)
    : query.sort === "target"
      ? listByTarget(viewer, scope, page)
      : listByControl(viewer, scope, controls, page));
  const table = <SingleList query={query} findings={findings} selectable={selectable} clock={scope.clock} />;
  return { table, shown: findings.length, of: total, size: PAGE_SIZE, boxes: boxes("finding", "finding") };
}
