import { expect, it } from "vitest";
import { limiter } from "@/lib/shared/limiter";

it("lets no more run at once than it has places, in order, and gives a failed one's place away", async () => {
  const inTurn = limiter(3);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(n);
      await new Promise((resolve) => setTimeout(resolve, (n % 3) + 1));
      running -= 1;
      if (n % 4 === 0) throw new Error("failed");
      return n;
    });
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => work(n)));
  expect(most).toBe(3);
  expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(5);
});
