import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Commands that need no database, such as "generate", run without one.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://set-DATABASE_URL@127.0.0.1:5432/bulkhead" },
});
