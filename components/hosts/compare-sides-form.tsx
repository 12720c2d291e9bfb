import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** One side as it was asked for. */
export interface AskedSide {
  readonly host: string | null;
  /** ISO day. */
  readonly on: string | null;
  /** What is wrong with the host. */
  readonly error?: string | undefined;
}

export interface CompareSidesFormProps {
  readonly a: AskedSide;
  readonly b: AskedSide;
  /** ISO day of today: no scan is later. */
  readonly today: string;
}

/** Chooses two hosts, or one at two dates; a plain form, so that it works without a script. */
export function CompareSidesForm({ a, b, today }: CompareSidesFormProps) {
  return (
    <form action="/hosts/compare" className="no-print flex flex-wrap items-start gap-x-6 gap-y-3">
      <Side label="Host A" name="a" side={a} today={today} />
      <Side label="Host B" name="b" side={b} today={today} />
      <Button type="submit" className="md:mt-6">
        Compare
      </Button>
    </form>
  );
}

interface SideProps {
  readonly label: string;
  readonly name: "a" | "b";
  readonly side: AskedSide;
  readonly today: string;
}

function Side({ label, name, side, today }: SideProps) {
  return (
    <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:flex-nowrap">
      <TextField
        className="w-44 max-sm:min-w-0 max-sm:flex-1"
        label={label}
        name={name}
        defaultValue={side.host ?? undefined}
        error={side.error}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <TextField
        className="w-44 max-sm:min-w-0 max-sm:flex-1"
        label={
          <>
            as of <span className="sr-only">, {label}</span>
          </>
        }
        optional
        name={`${name}_on`}
        type="date"
        max={today}
        defaultValue={side.on ?? undefined}
      />
    </div>
  );
}
