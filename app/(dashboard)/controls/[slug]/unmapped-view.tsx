import type { ShownHosts } from "@/components/controls/host-groups";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Callout } from "@/components/ui/callout";
import { DotList } from "@/components/ui/dot-list";
import type { Viewer } from "@/lib/access/viewer";
import { countControlHosts } from "@/lib/data/control-hosts";
import { Hosts } from "../hosts";

interface Props {
  readonly viewer: Viewer;
  readonly slug: string;
  readonly title: string;
  readonly number: string | null;
  readonly shown: ShownHosts;
}

/** A title that scans print and no catalogue knows. */
export async function UnmappedView({ viewer, slug, title, number, shown }: Props) {
  const counts = await countControlHosts(viewer, slug);
  return (
    <>
      <PageHead
        title={<bdi>{title}</bdi>}
        crumb={slug}
        crumbs={[{ label: "Controls", href: "/controls" }]}
        meta={
          <DotList>
            unmapped
            {number === null ? "printed without a number" : `printed as ${number}`}
          </DotList>
        }
      />
      <PageBody>
        <Callout kind="info" title="No catalogue knows this title">
          It is a finding of its own on each host that prints it. It has no severity, no STRIDE letter and no numbering, so it counts
          towards no threat until the catalogue knows it.
        </Callout>
        <div className="mt-7">
          <Hosts viewer={viewer} slug={slug} counts={counts} shown={shown} />
        </div>
      </PageBody>
    </>
  );
}
