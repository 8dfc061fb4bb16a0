import type { SyntaxNode, Tree } from '@lezer/common';
import { fieldsOf, kindWithin } from './aslFields.ts';
import type { Field, ObjectKind } from './aslFields.ts';
import { fieldNames, fieldOf, textOf } from './jsonPlaces.ts';
import type { Range } from './jsonPlaces.ts';

/** Where in a definition a position is, as far as it matters for what may be written there. */
export type AslPlace =
  | ({ readonly at: 'name'; readonly fields: readonly Field[]; readonly isQuoted: boolean; readonly hasValue: boolean } & Range)
  | ({ readonly at: 'value'; readonly field: string; readonly fields: readonly Field[]; readonly stateNames: readonly string[]; readonly isQuoted: boolean } & Range);

/** Null where the language has nothing to say: in the payload of a Task, for example. */
export function aslPlaceOf(tree: Tree, text: string, position: number): AslPlace | null {
  const node = tree.resolveInner(position, -1);
  const holder = holderOf(node, position);
  const context = holder === null ? null : contextOf(holder, text);
  if (holder === null || context === null) {
    return null;
  }

  const isQuoted = node.name === 'PropertyName' || node.name === 'String';
  const range = isQuoted ? { from: node.from, to: closedEnd(node, text) } : wordBefore(text, position);
  const property = propertyAt(node, position);
  if (node.name === 'PropertyName' || (property === null && holder.name === 'Object')) {
    const present = new Set(fieldNames(holder, text));
    const own = node.name === 'PropertyName' ? textOf(node, text) : '';
    return {
      at: 'name',
      fields: context.fields.filter(({ name }) => name === own || !present.has(name)),
      isQuoted,
      hasValue: /^\s*:/u.test(text.slice(range.to, range.to + 20)),
      ...range,
    };
  }

  return { at: 'value', field: context.list ?? property ?? '', fields: context.fields, stateNames: context.stateNames, isQuoted, ...range };

  function propertyAt(inside: SyntaxNode, at: number): string | null {
    const found = inside.name === 'Property' ? inside : inside.parent?.name === 'Property' ? inside.parent : null;
    const name = found?.getChild('PropertyName') ?? null;
    return name === null || at <= name.to ? null : textOf(name, text);
  }
}

interface Context {
  readonly fields: readonly Field[];
  readonly stateNames: readonly string[];
  /** The field whose list of plain values the position is in. */
  readonly list: string | null;
}

/** The object around a position; the list of plain values where it is in one. */
function holderOf(node: SyntaxNode, position: number): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    const isOpen = (at.name === 'Object' || at.name === 'Array') && at.from < position && (position < at.to || at.lastChild?.type.isError === true);
    if (isOpen) {
      return at;
    }
  }

  return null;
}

function contextOf(holder: SyntaxNode, text: string): Context | null {
  const list = holder.name === 'Array' ? nameOf(holder, text) : null;
  const object = holder.name === 'Array' ? objectAround(holder) : holder;
  const steps = object === null ? [] : objectsFromRoot(object);
  let kind: ObjectKind | undefined = 'machine';
  let language: 'JSONPath' | 'JSONata' = languageOf(steps[0], text) ?? 'JSONPath';
  let stateNames: readonly string[] = [];

  for (const [index, step] of steps.entries()) {
    if (index > 0) {
      const name = nameOf(step, text);
      // States is no object with fields of its own: what is in it is named by whoever writes the machine.
      const isRegister: boolean = name === 'States' && kind !== 'state';
      const inStates: boolean = nameOf(steps[index - 1] ?? step, text) === 'States' && kind === undefined;
      kind = inStates ? 'state' : isRegister || kind === undefined ? undefined : kindWithin(kind, name ?? '');
      if (!inStates && !isRegister && kind === undefined) {
        return null;
      }
    }

    language = kind === 'state' ? (languageOf(step, text) ?? language) : language;
    const states = fieldOf(step, 'States', text);
    stateNames = states?.name === 'Object' ? fieldNames(states, text) : stateNames;
  }

  if (kind === undefined || object === null) {
    return null;
  }

  const type = kind === 'state' ? fieldOf(object, 'Type', text) : null;
  return { fields: fieldsOf(kind, type === null ? undefined : textOf(type, text), language), stateNames, list };
}

function objectsFromRoot(object: SyntaxNode): readonly SyntaxNode[] {
  const steps: SyntaxNode[] = [];
  for (let at: SyntaxNode | null = object; at !== null; at = at.parent) {
    if (at.name === 'Object') {
      steps.push(at);
    }
  }

  return steps.reverse();
}

function objectAround(node: SyntaxNode): SyntaxNode | null {
  let at = node.parent;
  while (at !== null && at.name !== 'Object') {
    at = at.parent;
  }

  return at;
}

/** The name of the field that a value stands under, through the list that it may be in. */
function nameOf(node: SyntaxNode, text: string): string | null {
  let at = node.parent;
  while (at?.name === 'Array') {
    at = at.parent;
  }

  const name = at?.name === 'Property' ? at.getChild('PropertyName') : null;
  return name === null ? null : textOf(name, text);
}

function languageOf(object: SyntaxNode | undefined, text: string): 'JSONPath' | 'JSONata' | null {
  const value = object === undefined ? null : fieldOf(object, 'QueryLanguage', text);
  const written = value === null ? '' : textOf(value, text);
  return written === 'JSONata' || written === 'JSONPath' ? written : null;
}

function closedEnd(node: SyntaxNode, text: string): number {
  // A text that nobody has closed yet reaches to the end of its line.
  const written = text.slice(node.from, node.to);
  const lineEnd = written.indexOf('\n');
  return lineEnd < 0 ? node.to : node.from + lineEnd;
}

function wordBefore(text: string, position: number): Range {
  const word = /[A-Za-z.]*$/u.exec(text.slice(Math.max(0, position - 80), position))?.[0] ?? '';
  return { from: position - word.length, to: position };
}
