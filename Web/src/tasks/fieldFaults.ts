import type { ApiFailure } from '../api/failure.ts';

/** What the API found wrong, by the JSON pointer of the field; `rest` is what belongs to no field of the form. */
export interface FieldFaults {
  at: (pointer: string) => string;
  rest: string[];
}

/** A form that nothing is wrong with. */
export const noFaults: FieldFaults = { at: () => '', rest: [] };

/**
 * Puts the faults of a refusal under the fields of a form.
 * A workflow that could not carry out what is submitted names the field in its own way (`items[0].unitPrice: …`); that is understood as well.
 * @param known The pointers of the form's fields.
 */
export function fieldFaults(failure: ApiFailure, known: ReadonlySet<string>): FieldFaults {
  const faults = failure.faults.length > 0 ? failure.faults : namedIn(failure);
  const byPointer = new Map<string, string>();
  const rest: string[] = [];
  for (const { pointer, detail } of faults) {
    if (known.has(pointer)) {
      byPointer.set(pointer, [byPointer.get(pointer), detail].filter(Boolean).join(' '));
    } else {
      rest.push(pointer === '' ? detail : `${pointer}: ${detail}`);
    }
  }
  return { at: (pointer) => byPointer.get(pointer) ?? '', rest: faults.length > 0 ? rest : [failure.message] };
}

const placed = /^([A-Za-z]\w*(?:\[\d+\])?(?:\.[A-Za-z]\w*(?:\[\d+\])?)*): (.+)$/s;

function namedIn({ code, message }: ApiFailure) {
  const [, path, detail] = (code === 'invalid-submission' ? placed.exec(message) : null) ?? [];
  return path === undefined || detail === undefined ? [] : [{ pointer: pointerOf(path), detail }];
}

/** Workflows write the members of a transaction with a capital, the API without. */
const pointerOf = (path: string): string =>
  `/${path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('/')}`;
