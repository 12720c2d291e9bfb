import { makeViewer, type Viewer } from "@/lib/access/viewer";

/** The program itself: may do everything. */
export const system: Viewer = makeViewer({ kind: "system", name: "test" });

/** A person with a role, known to nobody's database. */
export const person = (role: "viewer" | "engineer" | "lead" | "admin"): Viewer =>
  makeViewer({ kind: "user", userId: `no-such-${role}`, name: role, role });
