import type { TrustedProxies } from "./client-address.mjs";

export function limitServers(trusted: TrustedProxies): void;
