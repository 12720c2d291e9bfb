import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message, headers first. */
  readonly raw: string;
}

/** A mail server on loopback. `refuse` answers mails with a passing fault while it is true. */
export async function mailReceiver() {
  const mails: ReceivedMail[] = [];
  const state = { refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        if (state.refuse) return done(Object.assign(new Error("come back later"), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString(),
        });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, state, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}

export interface ReceivedEvent {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A receiver of webhooks on loopback. It answers the statuses it is given, one after the other, and then 200. */
export async function webhookReceiver() {
  const events: ReceivedEvent[] = [];
  const statuses: number[] = [];
  const state = { always: null as number | null, answer: "a secret answer", hangUp: false };
  const server = createServer((request, response) => {
    if (state.hangUp) return void request.socket.destroy();
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      events.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
      const status = state.always ?? statuses.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: "http://127.0.0.1/elsewhere" } : {});
      response.end(state.answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, url: `http://127.0.0.1:${port}/hook?key=1`, events, statuses, state, close };
}
