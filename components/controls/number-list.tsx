import type { NumberGroup } from "./number-groups";

/** Number and title in every edition. The title is repeated only where it differs from the one above. */
export function NumberList({ groups, title }: { readonly groups: readonly NumberGroup[]; readonly title: string }) {
  return (
    <dl className="text-meta">
      {groups.map((group, index) => {
        const above = groups[index - 1]?.title ?? title;
        return (
          <div key={`${group.number} ${group.words}`} className="grid grid-cols-[4.5rem_minmax(0,1fr)] border-b border-border py-2">
            <dt className="font-medium">{group.number}</dt>
            <dd className="min-w-0 text-fg-muted">
              {group.words}
              {group.onRequest && <span className="block text-small">only when asked for, not in a default run</span>}
              {group.title !== above && group.title !== "" && (
                <span className="mt-0.5 block text-small wrap-anywhere">“{group.title}”</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
