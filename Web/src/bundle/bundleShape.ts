import { isRecord } from '../api/json.ts';

/** Why a file is not what was asked for: what was expected where, and what was found. */
export class BundleFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BundleFault';
  }
}

/** What a member has to be; `at` is where it is, for the fault. */
export type Shape = (value: unknown, at: string) => void;

export const text: Shape = (value, at) => expect(typeof value === 'string', 'a text', value, at);

export const count: Shape = (value, at) => expect(Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number', value, at);

export const number: Shape = (value, at) => expect(Number.isFinite(value), 'a number', value, at);

export const moment: Shape = (value, at) => expect(typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'a moment', value, at);

/** What may be missing. */
export function optional(shape: Shape): Shape {
  return (value, at) => {
    if (value !== undefined && value !== null) {
      shape(value, at);
    }
  };
}

export function oneOf(...words: readonly string[]): Shape {
  return (value, at) => expect(typeof value === 'string' && words.includes(value), `one of ${words.join(', ')}`, value, at);
}

export function listOf(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) {
      throw fault('a list', value, at);
    }

    value.forEach((item: unknown, index) => shape(item, `${at}/${index}`));
  };
}

/** An object that has these members, and maybe others. */
export function objectOf(members: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    if (!isRecord(value)) {
      throw fault('an object', value, at);
    }

    for (const [name, shape] of Object.entries(members)) {
      shape(value[name], `${at}/${name}`);
    }
  };
}

/** An object whose members are all alike. */
export function recordOf(shape: Shape): Shape {
  return (value, at) => {
    if (!isRecord(value)) {
      throw fault('an object', value, at);
    }

    for (const [name, member] of Object.entries(value)) {
      shape(member, `${at}/${name}`);
    }
  };
}

export function fault(expected: string, found: unknown, at: string): BundleFault {
  return new BundleFault(`Expected ${expected} at ${at === '' ? 'the top' : at}, found ${wordsFor(found)}.`);
}

function expect(holds: boolean, expected: string, found: unknown, at: string): void {
  if (!holds) {
    throw fault(expected, found, at);
  }
}

function wordsFor(found: unknown): string {
  if (found === undefined) {
    return 'nothing';
  }

  if (Array.isArray(found)) {
    return 'a list';
  }

  const written = isRecord(found) ? 'an object' : JSON.stringify(found);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}
