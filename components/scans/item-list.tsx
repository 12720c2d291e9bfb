const SHOWN = 3;
const LISTED = 200;

/** Names of containers, images or files. The first few stand in the row, the rest opens; all are isolated from the text around. */
export function ItemList({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  if (names.length <= SHOWN) return <Names names={names} />;
  const rest = names.length - 2;
  return (
    <details className="group">
      <summary className="inline-block min-h-6 py-0.5">
        <span className="group-open:hidden">
          <Names names={names.slice(0, 2)} /> <span className="whitespace-nowrap text-accent underline">and {rest} more</span>
        </span>
        <span className="hidden text-accent underline group-open:inline">{names.length} items, show fewer</span>
      </summary>
      <ul className="mt-1 wrap-anywhere [&>li]:[unicode-bidi:isolate]">
        {names.slice(0, LISTED).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {names.length > LISTED && <li>and {names.length - LISTED} more in the raw log</li>}
      </ul>
    </details>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={name} className="wrap-anywhere">
      {index > 0 && ", "}
      <bdi>{name}</bdi>
    </span>
  ));
}
