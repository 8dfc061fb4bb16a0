import type { SyntaxNode, Tree } from '@lezer/common';

/** A stretch of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const valueNames = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/**
 * The characters that a JSON pointer means: a plain value itself; of an object or a list the name it stands under, for
 * nobody wants a hundred lines underlined. Where the pointer leads to nothing, what it last passed.
 */
export function placeOfPointer(tree: Tree, text: string, pointer: string): Range {
  let value = valueIn(tree.topNode);
  let place = value === null ? { from: 0, to: Math.min(1, text.length) } : firstCharacter(value);
  for (const step of stepsOf(pointer)) {
    const member = value === null ? null : memberOf(value, step, text);
    if (member === null) {
      break;
    }

    value = member.value;
    place = placeOf(member);
  }

  return place;
}

/** The steps from the root to the innermost object or list around a position: names of fields and numbers of items. */
export function pathAt(tree: Tree, text: string, position: number): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let node: SyntaxNode | null = tree.resolveInner(position, 0); node !== null; node = node.parent) {
    if (node.name === 'Property') {
      const name = node.getChild('PropertyName');
      path.push(name === null ? '' : textOf(name, text));
    } else if (node.parent?.name === 'Array' && valueNames.has(node.name)) {
      path.push(itemsOf(node.parent).findIndex((item) => item.from === node.from));
    }
  }

  return path.reverse();
}

/** The value of a JSON string that stands in the text, or what there is of it. */
export function textOf(node: SyntaxNode, text: string): string {
  const written = text.slice(node.from, node.to);
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : written;
  } catch {
    return written.replaceAll('"', '');
  }
}

/** The value of an object's field, null where it has no such field. */
export function fieldOf(node: SyntaxNode, name: string, text: string): SyntaxNode | null {
  return memberOf(node, name, text)?.value ?? null;
}

/** The names of an object's fields in their order. */
export function fieldNames(node: SyntaxNode, text: string): readonly string[] {
  return node.getChildren('Property').flatMap((property) => {
    const name = property.getChild('PropertyName');
    return name === null ? [] : [textOf(name, text)];
  });
}

export function valueIn(node: SyntaxNode): SyntaxNode | null {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (valueNames.has(child.name)) {
      return child;
    }
  }

  return null;
}

interface Member {
  readonly name: SyntaxNode | null;
  readonly value: SyntaxNode | null;
}

function memberOf(node: SyntaxNode, step: string, text: string): Member | null {
  if (node.name === 'Array') {
    const item = /^\d+$/u.test(step) ? itemsOf(node)[Number(step)] : undefined;
    return item === undefined ? null : { name: null, value: item };
  }

  for (const property of node.name === 'Object' ? node.getChildren('Property') : []) {
    const name = property.getChild('PropertyName');
    if (name !== null && textOf(name, text) === step) {
      return { name, value: valueIn(property) };
    }
  }

  return null;
}

function itemsOf(list: SyntaxNode): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = list.firstChild; child !== null; child = child.nextSibling) {
    if (valueNames.has(child.name)) {
      items.push(child);
    }
  }

  return items;
}

function placeOf({ name, value }: Member): Range {
  if (value !== null && value.name !== 'Object' && value.name !== 'Array') {
    return { from: value.from, to: value.to };
  }

  if (name !== null) {
    return { from: name.from, to: name.to };
  }

  return value === null ? { from: 0, to: 0 } : firstCharacter(value);
}

function firstCharacter(node: SyntaxNode): Range {
  return { from: node.from, to: Math.min(node.from + 1, node.to) };
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
