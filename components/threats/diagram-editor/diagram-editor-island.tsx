"use client";

import dynamic from "next/dynamic";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { StoredModelProps } from "./use-working-copy";

/** React Flow is large and draws nothing on the server, so it comes after the page. */
const DiagramEditor = dynamic(() => import("./diagram-editor").then((module) => module.DiagramEditor), {
  ssr: false,
  loading: () => <SkeletonRows label="the diagram editor" rows={12} />,
});

/** Keeps the place of the editor while it is on its way. */
export const DiagramEditorIsland = (props: StoredModelProps) => <DiagramEditor {...props} />;
