import { z } from "zod";
import { instant, levelCounts } from "./schemas";

/** What a log holds, read without storing anything. */
export const logCheck = z
  .object({
    format: z.string(),
    headerVersion: z.string().nullable(),
    edition: z.string().nullable(),
    editionCandidates: z.array(z.string()),
    startedAt: instant.nullable().describe("Of the run that would be taken; null where the log names no time"),
    zoneAssumed: z.boolean().describe("The log's time has no zone; the host's was taken, or UTC"),
    complete: z.boolean(),
    checks: z.int(),
    notRun: z.int().nullable().describe("Checks of its edition's default run that it does not print; null for an unknown edition"),
    counts: levelCounts,
    runs: z.array(
      z.object({
        firstLine: z.int(),
        lastLine: z.int(),
        startedAt: instant.nullable(),
        complete: z.boolean(),
        checks: z.int(),
        taken: z.boolean().describe("This is the one that `runs=newest` takes"),
      }),
    ),
    remarks: z.array(z.string()).describe("What was done to the bytes to read them"),
    skipped: z.int().describe("Lines that were not understood"),
    knownAs: z
      .object({ scanId: z.int(), host: z.string() })
      .nullable()
      .describe("The scan these bytes are already, of the host that was asked about if it has them"),
    hostKnown: z
      .boolean()
      .nullable()
      .describe("Whether the host that was asked about exists; null where none was, or who asks may not read hosts"),
  })
  .meta({ id: "LogCheck" });

export type LogCheck = z.output<typeof logCheck>;
