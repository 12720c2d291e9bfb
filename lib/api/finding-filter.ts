import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { LEVELS } from "@/lib/bench/report";
import type { FindingFilter } from "@/lib/data/findings";
import { FINDING_STATES } from "@/lib/hardening/states";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import type { listFindings } from "./operations/findings";
import { listOf } from "./page-request";

type Query = z.output<typeof listFindings.query>;

/** The filter a query asks for. Absent parameters filter nothing; unknown values in a list match nothing. */
export function findingFilter(viewer: Viewer, query: Query): FindingFilter {
  return dropUndefined({
    states: listOf(query.state, FINDING_STATES),
    stride: listOf(query.stride, STRIDE_LETTERS),
    primary: listOf(query.primary, STRIDE_LETTERS),
    levels: listOf(query.level, LEVELS),
    control: query.control,
    host: query.host,
    section: query.section,
    assigneeId: query.assignee === "me" ? (viewer.userId ?? "nobody") : undefined,
    assignee: query.assignee === "none" ? null : query.assignee === "me" ? undefined : query.assignee,
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

// An `undefined` in a filter must not reach the database layer, where it could mean "no filter".
const dropUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>;
