/** A count for people; one that is only "at least" says so. */
export const countText = (count: number, capped = false): string => `${count.toLocaleString("en")}${capped ? "+" : ""}`;

export const many = (count: number, one: string, capped = false): string =>
  `${countText(count, capped)} ${one}${count === 1 && !capped ? "" : "s"}`;
