import type { Role } from "@/lib/access/policy";

/** Roles for a list of choices, with what each may do. */
export const ROLE_OPTIONS: readonly { readonly value: Role; readonly label: string }[] = [
  { value: "viewer", label: "Viewer: reads everything" },
  { value: "engineer", label: "Engineer: uploads, works on tasks" },
  { value: "lead", label: "Lead: also accepts risks, deletes hosts" },
  { value: "admin", label: "Admin: also manages people and tokens" },
];
