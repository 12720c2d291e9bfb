import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";

/** Says after a form led back to a list that it was saved, and where that can be seen and undone. */
export function SavedStrip({ model, version }: { readonly model: string; readonly version: number }) {
  return (
    <div className="mb-5">
      <Callout kind="success" live>
        Saved as version {version}. <AppLink href={`/threats/${model}/history?version=${version}`}>See what changed</AppLink>
      </Callout>
    </div>
  );
}
