import type { z } from "zod";
import { LEVELS } from "@/lib/bench/report";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { ALL_FINDINGS, type FindingFilter } from "@/lib/hardening/finding-filter";
import { LATE_STANDINGS } from "@/lib/hardening/service-levels";
import { FINDING_STATES } from "@/lib/hardening/states";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import type { listFindings } from "./operations/findings";
import { listOf } from "./page-request";

type Query = z.output<typeof listFindings.query>;

/** The filter a query asks for. Absent parameters filter nothing; unknown values in a list match nothing. */
export function findingFilter(query: Query): FindingFilter {
  const one = (value: string | undefined) => (value ? [value] : null);
  const many = (value: string | undefined) => value?.split(",").map((part) => part.trim()) ?? null;
  return {
    ...ALL_FINDINGS,
    states: listOf(query.state, FINDING_STATES) ?? "all",
    levels: listOf(query.level, LEVELS) ?? null,
    stride: listOf(query.stride, STRIDE_LETTERS) ?? null,
    primary: listOf(query.primary, STRIDE_LETTERS) ?? null,
    severities: listOf(query.severity, SEVERITIES) ?? null,
    sections: many(query.section),
    controls: many(query.control),
    hosts: one(query.host),
    environments: one(query.env),
    labels: one(query.label),
    assignee: query.assignee?.toLowerCase() || null,
    sla: listOf(query.sla, LATE_STANDINGS) ?? null,
    q: query.q?.trim() || null,
  };
}
