/** JSON of which nothing is known yet: a definition that somebody is still typing may hold anything anywhere. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text, or undefined where the text is not JSON. */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field's value where it is an object with fields, else an empty one. */
export function objectIn(value: LooseObject, field: string): LooseObject {
  const found = value[field];
  return isObject(found) ? found : {};
}

/** The field's items, none where it is no list. */
export function listIn(value: LooseObject, field: string): readonly unknown[] {
  const found = value[field];
  return Array.isArray(found) ? found : [];
}

export function textIn(value: LooseObject, field: string): string | undefined {
  const found = value[field];
  return typeof found === 'string' ? found : undefined;
}

/** A name as one step of a JSON pointer. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
