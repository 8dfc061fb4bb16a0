import type { Alias, Route } from '../../api/wire/machines.ts';

/** An alias as one writes it. */
export interface AliasDraft {
  readonly name: string;
  readonly description: string;
  /** The ARN of the version that it leads to; empty while none is chosen. */
  readonly first: string;
  /** The ARN of a second version, which gets what the first does not; empty for none. */
  readonly second: string;
  /** The percentage of the first, as it was typed. It says something only with a second. */
  readonly weight: string;
}

export type AliasFaults = Partial<Record<keyof AliasDraft, string>>;

const longestName = 80;
const longestDescription = 256;

/** The draft of a new alias that leads to a version, or of one that is there. */
export function aliasDraftOf(alias: Alias | undefined, newest: string | undefined): AliasDraft {
  const [first, second] = alias?.routingConfiguration ?? [];
  return {
    name: alias?.name ?? '',
    description: alias?.description ?? '',
    first: first?.stateMachineVersionArn ?? newest ?? '',
    second: second?.stateMachineVersionArn ?? '',
    weight: String(first?.weight ?? 100),
  };
}

/** Where it leads. */
export function routesOf({ first, second, weight }: AliasDraft): Route[] {
  return second === ''
    ? [{ stateMachineVersionArn: first, weight: 100 }]
    : [
        { stateMachineVersionArn: first, weight: Number(weight) },
        { stateMachineVersionArn: second, weight: 100 - Number(weight) },
      ];
}

/** What is wrong with it; nothing if the server may be asked. */
export function aliasFaults({ name, description, first, second, weight }: AliasDraft): AliasFaults {
  const faults: AliasFaults = {};
  if (!/^[0-9A-Za-z_.-]+$/.test(name) || /^\d+$/.test(name) || name.length > longestName) {
    faults.name = `Letters, digits and _ . - are allowed, at most ${longestName}, and not digits alone.`;
  }
  if (description.length > longestDescription) {
    faults.description = `At most ${longestDescription} characters.`;
  }
  if (first === '') {
    faults.first = 'Choose a version.';
  }
  if (second !== '' && second === first) {
    faults.second = 'Choose another version, or none.';
  }
  if (second !== '' && (!/^\d+$/.test(weight) || Number(weight) > 100)) {
    faults.weight = 'A whole number from 0 to 100.';
  }

  return faults;
}
