import type { IncomingMessage } from "node:http";

export interface TrustedProxies {
  has(address: string): boolean;
}

export function readTrustedProxies(text: string | undefined): TrustedProxies;
export function clientAddress(socketAddress: string | undefined, forwardedFor: string | undefined, trusted: TrustedProxies): string;
export function guardHeaders(request: Pick<IncomingMessage, "headers" | "rawHeaders" | "socket">, trusted: TrustedProxies): void;
