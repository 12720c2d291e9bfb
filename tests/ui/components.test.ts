import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { initials } from "@/components/layout/user-menu";
import { CheckTitle } from "@/components/marks/check-title";
import { readTheme } from "@/components/theme/theme";
import { Table, type TableProps } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";

interface Row {
  readonly name: string;
  readonly open: number;
}

const columns: readonly Column<Row>[] = [
  { key: "name", header: "Host", rowHeader: true, cell: (row) => row.name },
  {
    key: "open",
    header: "Open",
    align: "end",
    width: "4rem",
    phoneLabel: "open",
    sort: { href: "/hosts?sort=open", direction: "descending" },
    cell: (row) => row.open,
  },
];
const rows: readonly Row[] = [{ name: "web-01", open: 33 }];
const common = { caption: "Hosts", columns, rowKey: (row: Row) => row.name, empty: createElement("p", null, "No host yet.") };
const render = (props: TableProps<Row>): string => renderToStaticMarkup(createElement(Table<Row>, props));

describe("the table", () => {
  it("says what is missing instead of drawing an empty table", () => {
    expect(render({ ...common, rows: [] })).toBe("<p>No host yet.</p>");
    expect(render({ ...common, groups: [{ key: "a", heading: "A", rows: [] }] })).toBe("<p>No host yet.</p>");
  });

  it("names rows and columns, and says which order it is in", () => {
    const html = render({ ...common, rows });
    expect(html).toContain('<caption class="sr-only">Hosts</caption>');
    expect(html).toContain('<th role="rowheader" scope="row" data-phone="title">web-01</th>');
    expect(html).toMatch(/<th role="columnheader" scope="col" data-align="end" style="--column:4rem" aria-sort="descending">/);
    expect(html).toContain('<span class="phone-label text-fg-subtle">open </span>33</td>');
  });

  it("keeps its roles where the phone turns rows into lines", () => {
    const html = render({ ...common, rows });
    const roles = [...html.matchAll(/role="([a-z]+)"/g)].map(([, role]) => role);
    expect(roles).toEqual(["table", "rowgroup", "row", "columnheader", "columnheader", "rowgroup", "row", "rowheader", "cell"]);
  });

  it("labels each box with its row and spans groups over all columns", () => {
    const selection = { name: "host", value: (row: Row) => row.name, label: (row: Row) => row.name };
    const html = render({ ...common, groups: [{ key: "p", heading: "prod", remark: "1 of 2", rows }], selection });
    expect(html).toContain('aria-label="Select web-01" name="host" value="web-01"');
    expect(html).toMatch(/<th role="rowheader" scope="rowgroup" colSpan="3">prod<span[^>]*>1 of 2<\/span><\/th>/);
  });
});

it("dims the opening of a title for the eye and keeps it whole for ears", () => {
  const text = (title: string) => renderToStaticMarkup(createElement(CheckTitle, { title })).replace(/<[^>]+>/g, "");
  expect(text("Ensure that the container's root filesystem is mounted as read only")).toBe(
    "Ensure that the container&#x27;s root filesystem is mounted as read only",
  );
  expect(text("Enable user namespace support")).toBe("Enable user namespace support");
  expect(renderToStaticMarkup(createElement(CheckTitle, { title: "Ensure that the X" }))).toContain(
    '<span class="sr-only"> that the</span> X',
  );
});

it("stands two letters for a name", () => {
  expect(["Ada Lovelace", "user1", "ops", "ada@example.org", ""].map(initials)).toEqual(["AL", "U1", "OP", "AE", "?"]);
});

it("takes only the two themes from a cookie", () => {
  expect(["dark", "light", "system", "<script>", undefined].map(readTheme)).toEqual(["dark", "light", null, null, null]);
});
