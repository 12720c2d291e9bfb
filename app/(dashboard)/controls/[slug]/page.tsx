import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { readShownHosts } from "@/components/controls/host-groups";
import { pageViewer } from "@/lib/auth/viewer";
import { findByNumber, getControl } from "@/lib/catalogue/controls";
import { UNMAPPED_PREFIX } from "@/lib/catalogue/unmapped-key";
import { getUnmappedTitle } from "@/lib/data/control-hosts";
import { ControlView } from "./control-view";
import { NumberView } from "./number-view";
import { UnmappedView } from "./unmapped-view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** A slug, the key of an unmapped title, or a number: "5.18", "C.5.3.1", "V-242390". */
const Slug = z
  .string()
  .max(120)
  .regex(/^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/);

/** A dot, or the DISA STIG's own way: "V-242390". */
const isNumber = (slug: string): boolean => slug.includes(".") || /^v-\d+$/i.test(slug);

/** "5.25.a" is printed so, "c.5.3" is "C.5.3" typed in haste. */
function findNumber(given: string) {
  const candidates = findByNumber(given);
  const number = candidates.length > 0 ? given : given.toUpperCase();
  return { number, candidates: candidates.length > 0 ? candidates : findByNumber(number) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: getControl(slug)?.title ?? (isNumber(slug) ? `Check ${slug}` : "Control") };
}

export default async function ControlPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("control:read");
  const read = Slug.safeParse((await params).slug);
  if (!read.success) notFound();
  const slug = read.data;
  const shown = readShownHosts(await searchParams);
  const control = getControl(slug);
  if (control !== null) return <ControlView viewer={viewer} control={control} shown={shown} />;
  if (isNumber(slug)) {
    const { number, candidates } = findNumber(slug);
    const [only, ...others] = candidates;
    if (only === undefined) notFound();
    if (others.length === 0) redirect(`/controls/${only.control.slug}`);
    return <NumberView number={number} candidates={candidates} />;
  }
  const unmapped = slug.startsWith(UNMAPPED_PREFIX) ? await getUnmappedTitle(viewer, slug) : null;
  if (unmapped === null) notFound();
  return <UnmappedView viewer={viewer} slug={slug} {...unmapped} shown={shown} />;
}
