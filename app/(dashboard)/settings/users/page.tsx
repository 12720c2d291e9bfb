import { Ban, CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { pageViewer } from "@/lib/auth/viewer";
import { listUsers, type UserRow } from "@/lib/data/users";
import { SettingsHead } from "../settings-head";
import { AddPersonForm } from "./add-person-form";

export const metadata: Metadata = { title: "Users" };

const columns = (now: Date): readonly Column<UserRow>[] => [
  {
    key: "name",
    header: "Name",
    rowHeader: true,
    cell: (user) => (
      <>
        <AppLink kind="title" href={`/settings/users/${encodeURIComponent(user.id)}`}>
          {user.name}
        </AppLink>
        <span className="block text-small font-normal text-fg-muted wrap-anywhere">{user.email}</span>
      </>
    ),
  },
  { key: "role", header: "Role", width: "7rem", cell: (user) => user.role },
  {
    key: "access",
    header: "Access",
    width: "8rem",
    cell: (user) => (
      <StatusText tone={user.disabledAt ? "grey" : "green"} icon={user.disabledAt ? Ban : CircleCheck}>
        {user.disabledAt ? "Disabled" : "Can sign in"}
      </StatusText>
    ),
  },
  {
    key: "seen",
    header: "Last seen",
    width: "8rem",
    phoneLabel: "seen",
    cell: (user) => (user.lastSeenAt ? <Time at={user.lastSeenAt} now={now} /> : "never"),
  },
];

export default async function UsersPage() {
  const viewer = await pageViewer("user:manage");
  const users = await listUsers(viewer);
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="People" remark={`${users.length} with an account`}>
          <Table caption="People with an account" columns={columns(new Date())} rows={users} rowKey={(user) => user.id} empty={null} />
        </Section>
        <Section title="Add a person" id="add">
          <AddPersonForm />
        </Section>
      </PageBody>
    </>
  );
}
