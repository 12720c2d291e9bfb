import "server-only";
import { plainLine } from "@/lib/shared/plain-line";

/** Whether a shell asks for text. Who also takes JSON or a page gets that. */
export function wantsText(request: Request): boolean {
  const accept = request.headers.get("accept") ?? "";
  return accept.includes("text/plain") && !/json|text\/html/.test(accept);
}

export const textAnswer = (text: string, init: ResponseInit = {}): Response => {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/plain; charset=utf-8");
  return new Response(text, { ...init, headers });
};

/** Members of a problem document in the order in which a person asks for them; others are for programs. */
const MEMBERS = ["detail", "code", "reason", "field", "line", "column", "expected", "found", "permission", "id"] as const;

/** A problem document as lines of `key: value`. The first, `refused`, tells it from the answer of anything that is not this server. */
export async function problemText(problem: Response): Promise<Response> {
  const document: Readonly<Record<string, unknown>> = await problem.json();
  const lines = MEMBERS.flatMap((member) => {
    const value = document[member];
    return typeof value === "string" || typeof value === "number" ? [`${member}: ${plainLine(String(value))}`] : [];
  });
  return textAnswer(`${[`refused: ${problem.status} ${document.title}`, ...lines].join("\n")}\n`, {
    status: problem.status,
    headers: problem.headers,
  });
}
