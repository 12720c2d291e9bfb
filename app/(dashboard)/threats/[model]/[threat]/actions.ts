"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { threatHref } from "@/components/threats/threat-href";
import { attestThreat, withdrawAttestation } from "@/lib/data/threat-attestations";
import { getThreatId } from "@/lib/data/threat-ids";
import { getThreatModel } from "@/lib/data/threat-models";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { rowId } from "@/lib/shared/row-id";
import { ATTESTED_PERIODS, attestedUntil } from "@/lib/threats/attested-until";

const id = rowId;
const slug = z.string().max(80);
const LARGEST_FILE = 750_000;

const file = z.instanceof(File).refine(({ size }) => size <= LARGEST_FILE, "The file is larger than 750 kB. Give a link to it instead.");

const AttestForm = z.object({
  model: slug,
  threat: slug,
  hostId: z.array(id).min(1, "Tick at least one host.").max(500),
  says: z.enum(["mitigated", "unmitigated"], "Say which of the two it is."),
  statement: z.string().trim().min(1, "Say what you looked at and what you found.").max(5_000),
  link: z
    .string()
    .max(2_000)
    .transform((value) => value.trim() || null),
  file: file.optional(),
  period: z.enum(ATTESTED_PERIODS),
  until: z.string().max(10).optional(),
});

export const submitAttestation = formAction(AttestForm, async (viewer, input) => {
  const model = await getThreatModel(viewer, input.model);
  const threatId = model === null ? null : await getThreatId(viewer, model.id, input.threat);
  if (threatId === null) throw new AppError("not-found", "This threat is gone from its model.");
  const until = attestedUntil(input.period, input.until ?? "", Date.now());
  if (until === null) throw new AppError("invalid-input", "Give the last day on which it holds.", { detail: { field: "until" } });
  const { says, statement, link } = input;
  await attestThreat(viewer, threatId, input.hostId, { says, statement, link, file: await fileOf(input.file), until: new Date(until) });
  revalidatePath("/", "layout");
  redirect(`${threatHref(input.model, input.threat, { attested: input.hostId.length })}` as Route);
});

/** A form without a chosen file sends an empty one. */
async function fileOf(given: File | undefined): Promise<{ readonly name: string; readonly data: Buffer } | null> {
  if (given === undefined || given.size === 0) return null;
  return { name: given.name.slice(0, 200), data: Buffer.from(await given.arrayBuffer()) };
}

export const submitWithdrawal = formAction(z.object({ attestation: id }), async (viewer, { attestation }) => {
  await withdrawAttestation(viewer, attestation);
  revalidatePath("/", "layout");
  return { message: "Withdrawn." };
});
