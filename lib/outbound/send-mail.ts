import { createTransport } from "nodemailer";
import type { Env } from "@/lib/env";
import type { MailText } from "@/lib/notices/mail";

export interface Mail extends MailText {
  /** Of an account here, so that nobody outside can be written to. */
  readonly to: { readonly name: string; readonly address: string };
}

const LIMIT_MS = 10_000;

/** Sends one mail by the server that the settings name. Throws when it was not taken; nothing is sent twice by this alone. */
export async function sendMail(settings: Env, { to, subject, text, html }: Mail): Promise<void> {
  const { BULKHEAD_SMTP_URL: url, BULKHEAD_MAIL_FROM: from, BULKHEAD_URL: base } = settings;
  if (url === undefined || from === undefined) throw new Error("no mail server is set");
  const transport = createTransport({
    url,
    connectionTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
    // What a mail is made of is given as text; a path or an address in its place would be read from here.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      list: { unsubscribe: { url: `${base}/settings/notifications`, comment: "What you are told of" } },
      // No answers from people who are away.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}
