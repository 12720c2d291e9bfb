import { counted } from "@/lib/shared/counted";
import { someOf } from "@/lib/shared/some-of";

/** "the check as a whole", "2 items: redis_1, web_2": what of the check a decision covers. */
export const scopeWords = (items: readonly string[] | null, shown = 3): string =>
  items === null ? "the check as a whole" : `${counted(items.length, "item")}: ${someOf(items, shown)}`;
