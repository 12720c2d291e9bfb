import { useId } from "react";
import { TextField } from "@/components/ui/field";
import type { KnownHosts } from "./host-cell";

/** The host of one log, with the names there are as suggestions. */
export function HostField({ hosts }: { readonly hosts: KnownHosts }) {
  const id = useId();
  return (
    <>
      <TextField
        id={id}
        name="host"
        label="Host"
        hint="The tool does not print which host it ran on. A new name makes a new host."
        list={`${id}-names`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        className="max-w-80"
      />
      <datalist id={`${id}-names`}>
        {hosts.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
