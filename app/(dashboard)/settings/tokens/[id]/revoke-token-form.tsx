"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { FormAnswer } from "@/components/ui/form-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/shared/form-state";
import { submitRevokeToken } from "../actions";

export function RevokeTokenForm({ tokenId }: { readonly tokenId: number }) {
  const [state, action] = useActionState(submitRevokeToken, EMPTY_FORM);
  return (
    <form action={action} className="mt-3 flex max-w-100 flex-col gap-4">
      <FormAnswer state={state} />
      <p className="text-meta text-fg-muted">What uses it is refused from the next request on. This cannot be undone.</p>
      <input type="hidden" name="tokenId" value={tokenId} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger" pending="Revoking">
          Revoke token
        </SubmitButton>
        <ButtonLink href="/settings/tokens">Keep it</ButtonLink>
      </div>
    </form>
  );
}
