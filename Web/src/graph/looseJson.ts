import { isRecord } from '../api/json.ts';

/** A JSON object of which nothing is known yet: a definition that somebody is still typing may hold anything anywhere. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** The field's value where it is an object with fields, else an empty one. */
export function objectIn(value: LooseObject, field: string): LooseObject {
  const found = value[field];
  return isRecord(found) ? found : {};
}

/** The field's items, none where it is no list. */
export function listIn(value: LooseObject, field: string): readonly unknown[] {
  const found = value[field];
  return Array.isArray(found) ? found : [];
}

/** A name as one step of a JSON pointer. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
