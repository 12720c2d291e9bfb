/** A finding that began to fail, on one host. */
interface Worsened {
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly host: string;
  readonly regressed: boolean;
  readonly at: Date;
  readonly owner: string | null;
}

/** The same check on all hosts where it began to fail. */
export interface WorsenedGroup<F> {
  /** The newest. */
  readonly first: F;
  readonly findings: readonly [F, ...F[]];
  /** Names of the owners, each once; null for nobody. */
  readonly owner: string | null;
}

/** One group per check and kind, regressed ones first, newest first among equals. `findings` are newest first. */
export function groupWorsened<F extends Worsened>(findings: readonly F[]): WorsenedGroup<F>[] {
  const groups = new Map<string, [F, ...F[]]>();
  for (const finding of findings) {
    const key = `${finding.regressed} ${finding.key}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .map((group) => ({ first: group[0], findings: group, owner: ownersOf(group) }))
    .sort((a, b) => Number(b.first.regressed) - Number(a.first.regressed) || b.first.at.getTime() - a.first.at.getTime());
}

function ownersOf(findings: readonly Worsened[]): string | null {
  const names = [...new Set(findings.flatMap(({ owner }) => owner ?? []))];
  return names.length === 0 ? null : names.join(", ");
}
