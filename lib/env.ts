import { z } from "zod";

/** An empty value in a .env file or a compose file means "not set". */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const Environment = z.object({
  HOST: optional(z.string()).default("127.0.0.1"),
  PORT: optional(z.coerce.number().int().min(1).max(65_535)).default(3000),
  DATABASE_URL: z.string().min(1),
  /** Signs session cookies and encrypts webhook secrets; `bulkhead start` keeps it in the data folder. */
  BULKHEAD_AUTH_SECRET: z.string().min(32),
  BULKHEAD_DATA_DIR: optional(z.string()).default(".bulkhead"),
  /** The address under which people open Bulkhead, when it is not http://localhost:PORT. */
  BULKHEAD_URL: optional(z.url({ protocol: /^https?$/ })),
  BULKHEAD_ADMIN_EMAIL: optional(z.email()),
  BULKHEAD_ADMIN_PASSWORD: optional(z.string().min(12)),
  /** Addresses and ranges whose X-Forwarded-* headers count; the server's process applies it. */
  TRUSTED_PROXIES: optional(z.string()).default(""),
  /** The mail server: smtp://user:password@host:port, or smtps:// for TLS from the first byte. Without it no mail is sent. */
  BULKHEAD_SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** Whom mails come from: "ops@example.org" or "Bulkhead <ops@example.org>". */
  BULKHEAD_MAIL_FROM: optional(z.string().regex(/^(?:[^<>\p{Cc}]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)),
  /** Names, addresses and ranges that webhooks may reach although they are private, and by http. */
  BULKHEAD_WEBHOOK_ALLOW: optional(z.string()).default(""),
});

/** The app's settings, checked. `BULKHEAD_URL` has no slash at its end. */
export type Env = Readonly<Omit<z.infer<typeof Environment>, "BULKHEAD_URL">> & { readonly BULKHEAD_URL: string };

/**
 * Reads the settings from the environment. Called, never evaluated on import: `next build` runs without any of them.
 * Throws with one sentence that names the first setting that is missing or wrong, never with its value.
 */
export const env = (): Env => readEnv(process.env);

/** The same for values from elsewhere: `bulkhead start` checks them before it begins. */
export function readEnv(values: Readonly<Record<string, string | undefined>>): Env {
  const read = Environment.safeParse(values);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`The setting ${issue?.path.join(".")} is missing or wrong (${issue?.message}): .env.example describes it.`);
  }
  const { BULKHEAD_URL: url, ...rest } = read.data;
  return { ...rest, BULKHEAD_URL: (url ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, "") };
}
