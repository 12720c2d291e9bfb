const LEAD = /^(Ensure)( that the| that| the)?\s+/;

/**
 * The title of a control in a list. "Ensure that the" opens most of them, so it is dimmed and cut to "Ensure" for the eye; the word
 * that differs is the first dark one. Ears get the title whole.
 */
export function CheckTitle({ title }: { readonly title: string }) {
  const [whole, first, more] = LEAD.exec(title) ?? [];
  if (!whole || !first) return title;
  return (
    <>
      <span className="font-normal text-fg-subtle">{first}</span>
      {more && <span className="sr-only">{more}</span>} {title.slice(whole.length)}
    </>
  );
}
