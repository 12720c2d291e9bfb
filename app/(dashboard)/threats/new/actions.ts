"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addThreatModel } from "@/lib/data/change-threat-model";
import { formAction } from "@/lib/http/form-action";
import { newModel } from "@/lib/threats/edit/new-model";
import { RESERVED_MODEL_SLUGS } from "@/lib/threats/reserved-slugs";
import { neededWords, words } from "../form-fields";

const NewModel = z.object({
  title: neededWords(200, "Give it a title."),
  description: words(20_000),
  evidence: z.array(z.enum(["docker", "kubernetes"])).default([]),
});

/** Makes an empty model and goes to it. */
export const submitNewModel = formAction(NewModel, async (viewer, { title, ...facts }) => {
  const { slug } = await addThreatModel(viewer, { ...newModel(title, RESERVED_MODEL_SLUGS), ...facts }, "Made here");
  revalidatePath("/", "layout");
  redirect(`/threats/${slug}` as Route);
});
