import { ArrowLeftRight } from "lucide-react";
import type { ReactNode } from "react";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";

/** Name of the row boxes in the list of hosts. */
export const TICKED_HOST = "host";

/** Leads to the comparison of the two hosts that are ticked in the table; with any other number the page there says so. */
export function CompareTickedForm({ children }: { readonly children: ReactNode }) {
  return (
    <form action="/hosts/compare">
      <div className="sticky top-bar z-6 bg-surface">
        <BulkBar name={TICKED_HOST} noun={["host", "hosts"]}>
          <Button type="submit" variant="primary" size="sm" icon={ArrowLeftRight}>
            Compare two hosts
          </Button>
        </BulkBar>
      </div>
      {children}
    </form>
  );
}
