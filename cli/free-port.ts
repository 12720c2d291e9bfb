import { createServer } from "node:net";
import { errorCode, errorMessage, Refusal } from "./refusal";

/** A port that nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  return listenOnce(0, "127.0.0.1");
}

/** Refuses a port that cannot be served on, before any long work is done. */
export async function checkPort(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (problem) {
    throw portRefusal(problem, port, host);
  }
}

function portRefusal(problem: unknown, port: number, host: string): Refusal {
  const other = port === 3000 ? 3001 : 3000;
  const again = `choose another, for example PORT=${other} npm start`;
  switch (errorCode(problem)) {
    case "EADDRINUSE":
      return new Refusal(`Port ${port} is already in use on ${host}: ${again}.`);
    case "EACCES":
      return new Refusal(`Port ${port} may not be used by this user: ${again}.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new Refusal(
        `HOST is "${host}", which is not an address of this machine: use 127.0.0.1 for this machine only or 0.0.0.0 for all.`,
      );
    default:
      return new Refusal(`Port ${port} on ${host} cannot be used (${errorMessage(problem)}): ${again}.`);
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().unref();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
