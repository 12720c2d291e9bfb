import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import type { DecisionRow } from "@/lib/data/decisions";

interface Props {
  readonly decision: DecisionRow;
  readonly now: Date;
}

/** What a decision covers, until when, by whom. */
export function DecisionFacts({ decision, now }: Props) {
  const { items, until, requestedBy, decidedBy, note, kind } = decision;
  return (
    <DescriptionList
      items={[
        {
          term: "Until",
          description:
            until === null ? (
              "No end: a new item that fails ends it"
            ) : (
              <>
                <Time at={until} now={now} as="stamp" />{" "}
                <span className="text-fg-subtle">
                  (<Time at={until} now={now} />)
                </span>
              </>
            ),
        },
        ...(kind === "accept" ? [{ term: "Covers", description: <Covered items={items} /> }] : []),
        { term: "Asked by", description: requestedBy },
        {
          term: decision.status === "declined" ? "Declined by" : "Decided by",
          description: decidedBy ?? <span className="text-fg-subtle">Nobody yet</span>,
        },
        ...(note === null ? [] : [{ term: "Note", description: <span className="whitespace-pre-line wrap-anywhere">{note}</span> }]),
      ]}
    />
  );
}

function Covered({ items }: Pick<DecisionRow, "items">) {
  if (items === null) return "The check as a whole, also items that come later";
  return (
    <ul className="max-h-64 overflow-y-auto wrap-anywhere">
      {items.map((item) => (
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
