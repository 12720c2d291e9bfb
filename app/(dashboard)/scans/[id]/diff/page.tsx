import { notFound, redirect } from "next/navigation";
import { pageViewer } from "@/lib/auth/viewer";
import { ScanId, type SearchParams } from "../../scan-params";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

/** Where the form that chooses an earlier scan is sent: a form cannot write into the path of an address. */
export default async function CompareWith({ params, searchParams }: Props) {
  await pageViewer("scan:read");
  const id = ScanId.safeParse((await params).id);
  const base = ScanId.safeParse((await searchParams).base);
  if (!id.success) notFound();
  redirect(base.success ? `/scans/${id.data}/diff/${base.data}` : `/scans/${id.data}`);
}
