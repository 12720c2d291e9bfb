// The build as `bulkhead start` makes it, so that a start afterwards finds it up to date.
import { build } from "@/cli/build";
import { PROJECT_ROOT } from "@/cli/settings";

build(PROJECT_ROOT);
