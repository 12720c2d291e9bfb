import "server-only";
import { leastRoleFor, may, type Permission } from "@/lib/access/policy";
import { isViewer, type Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";

/**
 * The guard at the beginning of every function of the data layer. Refuses values that only look like a viewer too:
 * types do not survive a cast.
 */
export function authorize(viewer: Viewer, permission: Permission): void {
  if (!isViewer(viewer)) throw new AppError("unauthenticated", "Sign in first.");
  if (may(viewer, permission)) return;
  const role = leastRoleFor(permission);
  const message =
    viewer.scopes === null || may({ role: viewer.role, scopes: null }, permission) === false
      ? `This needs the role ${role}; you are signed in as ${viewer.role}.`
      : `This token's scopes (${viewer.scopes.join(", ")}) do not allow it.`;
  throw new AppError("forbidden", message, { detail: { permission, neededRole: role } });
}
