import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { openApiDocument } from "@/lib/api/openapi";
import { publicUrl } from "@/lib/api/public-url";
import { apiRoute } from "@/lib/http/api-route";
import { version } from "@/package.json";

/** For any viewer, whatever the role or scope: it describes calls, not data. */
export const GET = apiRoute({}, async () => openApiDocument(ALL_OPERATIONS, publicUrl("/").replace(/\/$/, ""), version));
