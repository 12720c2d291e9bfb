import { sectionHeading } from "@/lib/catalogue/editions";
import { NO_SECTION } from "./result-filter";

/** A section of a scan in the words of its numbering: "5 Container Runtime". */
export const sectionName = (edition: string | null, section: string): string =>
  section === NO_SECTION ? "Under no section" : sectionHeading(edition, section);
