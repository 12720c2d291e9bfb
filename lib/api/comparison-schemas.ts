import { z } from "zod";
import { COMPARISON_CLASSES, type ComparisonClass } from "@/lib/hardening/host-comparison";
import { level, outcome, scan, strideLetters } from "./schemas";

const sideResult = z.object({ level, outcome, number: z.string().nullable() }).nullable();

const entry = z
  .object({
    control: z.string().nullable(),
    title: z.string(),
    stride: strideLetters,
    a: sideResult.describe("Null where the side's scan does not print the control"),
    b: sideResult,
    itemsOnlyA: z.array(z.string()),
    itemsOnlyB: z.array(z.string()),
    itemsBoth: z.array(z.string()),
  })
  .meta({ id: "ComparisonEntry" });

const entries = z.array(entry);

/** The answer of a comparison. */
export const hostComparison = z
  .object({
    a: scan,
    b: scan,
    ...(Object.fromEntries(COMPARISON_CLASSES.map((name) => [name, entries])) as Record<ComparisonClass, typeof entries>),
    passOnBoth: z.int(),
    undecided: z.int().describe("Controls that neither side decides"),
  })
  .meta({ id: "HostComparison", description: "What only one side decides is in a class of its own: absent neither passes nor fails" });
