import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import { pageViewer } from "@/lib/auth/viewer";
import { getOwnUser } from "@/lib/data/users";
import { SettingsHead } from "../settings-head";
import { ChangePasswordForm } from "./change-password-form";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const viewer = await pageViewer();
  const user = await getOwnUser(viewer);
  if (user === null) notFound();
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="You">
          <DescriptionList
            items={[
              { term: "Name", description: user.name },
              { term: "E-mail", description: user.email },
              { term: "Role", description: user.role },
              { term: "Since", description: <Time at={user.createdAt} now={new Date()} as="day" /> },
            ]}
          />
          <p className="mt-2 text-meta text-fg-muted">An admin changes names, addresses and roles.</p>
        </Section>
        <Section title="Password">
          <ChangePasswordForm email={user.email} />
        </Section>
      </PageBody>
    </>
  );
}
