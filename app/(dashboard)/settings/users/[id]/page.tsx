import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import { pageViewer } from "@/lib/auth/viewer";
import { getUser } from "@/lib/data/users";
import { SettingsHead } from "../../settings-head";
import { AccessForm, ResetPasswordForm, RoleForm } from "./person-forms";

export const metadata: Metadata = { title: "Person" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function PersonPage({ params }: Props) {
  const viewer = await pageViewer("user:manage");
  const { id } = await params;
  const user = /^[\w-]{1,64}$/.test(id) ? await getUser(viewer, id) : null;
  if (user === null) notFound();
  const now = new Date();
  return (
    <>
      <SettingsHead viewer={viewer} below={{ title: user.name, tab: "users" }} />
      <PageBody>
        <DescriptionList
          items={[
            { term: "E-mail", description: user.email },
            { term: "Added", description: <Time at={user.createdAt} now={now} as="day" /> },
            { term: "Last seen", description: user.lastSeenAt ? <Time at={user.lastSeenAt} now={now} /> : "never" },
          ]}
        />
        <Section title="Role">
          <RoleForm userId={user.id} role={user.role} />
        </Section>
        <Section title="Password">
          <ResetPasswordForm userId={user.id} />
        </Section>
        <Section title="Access">
          <AccessForm userId={user.id} isDisabled={user.disabledAt !== null} />
        </Section>
      </PageBody>
    </>
  );
}
