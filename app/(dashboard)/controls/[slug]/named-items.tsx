import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import type { Viewer } from "@/lib/access/viewer";
import { listNamedItems } from "@/lib/data/control-history";

const SHOWN = 12;

/** The containers, images, files or users behind the failing hosts: what has to be touched. */
export async function NamedItems({ viewer, slug }: { readonly viewer: Viewer; readonly slug: string }) {
  const { items, total, hostsRead } = await listNamedItems(viewer, slug, SHOWN);
  if (items.length === 0) return null;
  const remark = `${total > items.length ? `${items.length} of ${total}, ` : ""}named by the newest results of ${hostsRead} ${hostsRead === 1 ? "host" : "hosts"}`;
  return (
    <Section title="Items" remark={remark}>
      <ul className="text-meta md:columns-2 md:gap-x-10">
        {items.map(({ name, hosts, host }) => (
          <li key={name} className="flex min-h-8 break-inside-avoid items-center gap-3 border-b border-border py-1">
            <bdi className="min-w-0 flex-1 font-mono wrap-anywhere">{name}</bdi>
            <span className="flex-none text-fg-muted">
              {hosts === 1 ? <AppLink href={`/hosts/${encodeURIComponent(host)}?state=all`}>{host}</AppLink> : `${hosts} hosts`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
