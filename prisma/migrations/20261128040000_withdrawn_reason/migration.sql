-- Why a decision was taken back: whoever asked, or approved, reads it with the decision.
ALTER TABLE "decision" ADD COLUMN     "withdrawn_reason" TEXT;
