/** Whether a value out of JSON is an object, whose members are not known yet. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a member, if it is there and is text. */
export function textOf(value: Readonly<Record<string, unknown>>, member: string): string | undefined {
  const found = value[member];
  return typeof found === 'string' ? found : undefined;
}

/** The value that a text stands for; undefined if it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
