import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { KnownHosts } from "./host-cell";
import { HostField } from "./host-field";

/** One file and its host, for browsers without scripts. */
export function PlainFileForm({ hosts }: { readonly hosts: KnownHosts }) {
  return (
    <form action="/api/v1/scans?form=files" method="post" encType="multipart/form-data" className="flex flex-col gap-4">
      <Field id="upload-file" label="Log file" hint="Text or JSON, packed with gzip or not.">
        {(control) => <Input {...control} type="file" name="file" required className="max-w-120" />}
      </Field>
      <HostField hosts={hosts} />
      <div>
        <Button type="submit" variant="primary">
          Import
        </Button>
      </div>
    </form>
  );
}
