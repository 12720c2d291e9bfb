import { ReviewForm, WithdrawDecisionForm } from "@/components/decisions/review-forms";
import { Section } from "@/components/layout/section";
import { Callout } from "@/components/ui/callout";
import { leastRoleFor, may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { DECISION_PERMISSION } from "@/lib/data/decision-permission";
import type { DecisionRow } from "@/lib/data/decisions";
import { listPeople } from "@/lib/data/users";
import { someOf } from "@/lib/shared/some-of";
import { submitReview, submitWithdrawal } from "../actions";

const NAMED = 6;

interface Props {
  readonly viewer: Viewer;
  readonly decision: DecisionRow;
}

/** What can be done with a decision now; where it waits for others, who they are. */
export async function DecisionReview({ viewer, decision }: Props) {
  const { id, status, kind, standings } = decision;
  if (status === "requested") {
    const permission = DECISION_PERMISSION[kind];
    return (
      <Section title="Waits for a decision" remark="nothing is in force until then">
        <div className="mt-2 flex flex-col gap-4">
          {may(viewer, permission) ? (
            <ReviewForm decision={id} action={submitReview} />
          ) : (
            <Callout kind="info">
              <Deciders viewer={viewer} permission={permission} /> can approve or decline it. That needs the role {leastRoleFor(permission)}
              .
            </Callout>
          )}
          {!may(viewer, permission) && may(viewer, "risk:request") && (
            <WithdrawDecisionForm decision={id} action={submitWithdrawal} asked />
          )}
        </div>
      </Section>
    );
  }
  const inForce = [standings.active, standings.expiring, standings.widened, standings.unused].some(Boolean);
  if (status !== "approved" || !inForce || !may(viewer, "finding:reopen")) return null;
  return (
    <div className="mt-4">
      <WithdrawDecisionForm decision={id} action={submitWithdrawal} asked={false} />
    </div>
  );
}

/** The people who may decide, by name. */
async function Deciders({ viewer, permission }: Pick<Props, "viewer"> & { readonly permission: Parameters<typeof leastRoleFor>[0] }) {
  const people = (await listPeople(viewer)).filter(({ role }) => may({ role, scopes: null }, permission));
  return someOf(
    people.map(({ name }) => name),
    NAMED,
  );
}
