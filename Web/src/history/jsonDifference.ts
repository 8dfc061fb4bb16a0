/** Where two values part for the first time, and what each is there. */
export interface JsonDifference {
  /** A JSON pointer; empty where the values differ as a whole. */
  readonly pointer: string;
  /** JSON text, or undefined where there is nothing. */
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** The first difference of two JSON texts, by the order of the left one; undefined where they mean the same. */
export function jsonDifference(left: string | undefined, right: string | undefined): JsonDifference | undefined {
  if (left === right) {
    return undefined;
  }

  const parsed = { left: parse(left), right: parse(right) };
  return parsed.left === undefined || parsed.right === undefined
    ? { pointer: '', left, right }
    : differenceAt('', parsed.left.value, parsed.right.value);
}

function differenceAt(pointer: string, left: unknown, right: unknown): JsonDifference | undefined {
  if (Array.isArray(left) && Array.isArray(right)) {
    return firstOf(Math.max(left.length, right.length), index => memberDifference(`${pointer}/${index}`, left[index], right[index]));
  }

  if (isObject(left) && isObject(right)) {
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return firstOf(names.length, index => {
      const name = names[index] ?? '';
      return memberDifference(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, left[name], right[name]);
    });
  }

  return left === right ? undefined : { pointer, left: JSON.stringify(left), right: JSON.stringify(right) };
}

function memberDifference(pointer: string, left: unknown, right: unknown): JsonDifference | undefined {
  return left === undefined || right === undefined
    ? { pointer, left: textOf(left), right: textOf(right) }
    : differenceAt(pointer, left, right);
}

function firstOf(count: number, difference: (index: number) => JsonDifference | undefined): JsonDifference | undefined {
  for (let index = 0; index < count; index++) {
    const found = difference(index);
    if (found !== undefined) {
      return found;
    }
  }

  return undefined;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string | undefined): { readonly value: unknown } | undefined {
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
