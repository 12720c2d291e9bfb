import type { BenchServer } from "./server";
import { median, ms, timeEach } from "./timing";

// The smallest dynamic page of the app: the gate's frame and one form, no session, no query for data.
const EMPTY = "/sign-in";
const PAGES = ["/", "/hosts", "/hosts/steady"] as const;

/** Server time of the main pages as a ratio to an almost empty dynamic page of the same app. */
export async function benchPages(server: BenchServer): Promise<string[]> {
  const cookie = await server.signIn();
  const read = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}${path}`, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  };
  const times = new Map<string, number[]>([EMPTY, ...PAGES].map((path) => [path, []]));
  for (let round = 0; round < 10; round += 1) {
    for (const [path, collected] of times) {
      const headers: Record<string, string> = path === EMPTY ? {} : { cookie };
      const measured = await timeEach(10, () => read(path, headers));
      if (round > 0) collected.push(...measured);
    }
  }
  const empty = median(times.get(EMPTY) ?? []);
  return [
    "",
    `Pages, against ${EMPTY} (${ms(empty)})`,
    ...PAGES.map((path) => {
      const time = median(times.get(path) ?? []);
      return `${path.padEnd(58)} ${ms(time).padStart(9)}  ${(time / empty).toFixed(1)}x`;
    }),
  ];
}
