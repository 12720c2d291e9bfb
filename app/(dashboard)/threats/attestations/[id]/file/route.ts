import { z } from "zod";
import { getAttestedFile } from "@/lib/data/threat-attestations";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";
import { rowId } from "@/lib/shared/row-id";

const params = z.object({ id: rowId });

/** The file of an attestation, only ever as a download. */
export const GET = apiRoute({ permission: "model:read", params }, async ({ viewer, params: { id } }) => {
  const file = await getAttestedFile(viewer, id);
  if (file === null) throw new AppError("not-found", "There is no such file.");
  return new Response(new Uint8Array(file.data), {
    headers: {
      // Never shown inline and never by its own type: people attach anything.
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="attestation-${id}"; filename*=UTF-8''${encodedName(file.name)}`,
      "content-length": String(file.data.length),
    },
  });
});

/** As RFC 8187 wants it. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
