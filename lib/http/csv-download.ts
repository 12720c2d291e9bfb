import "server-only";
import { CSV_START } from "@/lib/reports/csv";

/** A file of records, written while they are read: the whole is never in memory, and a client that goes away ends the reading. */
export function csvDownload<Row>(
  name: string,
  head: string,
  pages: AsyncGenerator<readonly Row[]>,
  lineOf: (row: Row) => string,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(CSV_START + head)),
    pull: async (controller) => {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(lineOf).join("")));
    },
    cancel: async () => {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
  });
}
