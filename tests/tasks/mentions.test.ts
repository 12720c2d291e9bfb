import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions, partsOf } from "@/lib/tasks/mentions";

const ada = { id: "ada", name: "Ada", email: "ada@example.org" };
const lovelace = { id: "lovelace", name: "Ada Lovelace", email: "al@example.org" };
const ben = { id: "ben", name: "ben", email: "ben@example.org" };
const twin = { id: "twin", name: "Ben", email: "b2@example.org" };

const named = (body: string, people = [ada, lovelace, ben]) =>
  findMentions(body, people).map(({ from, to, userId }) => [userId, body.slice(from, to)]);

describe("mentions", () => {
  it.each([
    ["@ben look", [["ben", "@ben"]]],
    ["look, @BEN!", [["ben", "@BEN"]]],
    ["(@ben)", [["ben", "@ben"]]],
    [
      "@ada lovelace and @Ada.",
      [
        ["lovelace", "@ada lovelace"],
        ["ada", "@Ada"],
      ],
    ],
    ["cc @ben@example.org, please", [["ben", "@ben@example.org"]]],
    ["@ben@example.org.", [["ben", "@ben@example.org"]]],
    [
      "@ben\n@ben",
      [
        ["ben", "@ben"],
        ["ben", "@ben"],
      ],
    ],
    // An address in a text names nobody, nor does the beginning of another word or address.
    ["write to ben@example.org", []],
    ["@benedict @ben-2 @ben.smith @ben@example.org.uk", []],
    ["@ ben, @nobody, ben", []],
    ["", []],
  ])("%j", (body, expected) => {
    expect(named(body)).toEqual(expected);
  });

  it("names nobody by a name that two people have", () => {
    expect(named("@ben and @b2@example.org", [ben, twin])).toEqual([["twin", "@b2@example.org"]]);
  });

  it("cuts a comment into text and names that make it whole again, whatever is in it", () => {
    const piece = fc.oneof(
      fc.constantFrom("@ben", "@Ada Lovelace", "@al@example.org", " ", ".", "@", "é", "🙂"),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join("");
        const mentions = findMentions(body, [ada, lovelace, ben]);
        const parts = partsOf(body, mentions);
        expect(parts.map(({ text }) => text).join("")).toBe(body);
        expect(parts.filter(({ mention }) => mention)).toHaveLength(mentions.length);
        for (const { text, mention } of parts) if (mention) expect(text.startsWith("@")).toBe(true);
      }),
    );
  });

  it("shows a mention that does not fit the text as text", () => {
    expect(partsOf("hi @ben", [{ from: 3, to: 70 }])).toEqual([{ text: "hi @ben", mention: false }]);
    expect(partsOf("", [])).toEqual([]);
  });
});
