import { Callout } from "@/components/ui/callout";

/** Names what of the address was not understood; draws nothing when all of it was. */
export function IgnoredStrip({ ignored }: { readonly ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <div className="mb-4">
      <Callout kind="info">
        Ignored:{" "}
        {ignored.map((value, index) => (
          <span key={value}>
            {index > 0 && ", "}
            <code className="wrap-anywhere">{value.slice(0, 100)}</code>
          </span>
        ))}
      </Callout>
    </div>
  );
}
