import { Badge } from "@/components/ui/badge";

/** Marks a host of the sample fleet. */
export const SampleBadge = () => <Badge tone="blue">Sample</Badge>;
