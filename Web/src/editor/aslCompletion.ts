import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { errorNames, resources } from './aslFields.ts';
import type { Field, FieldValue } from './aslFields.ts';
import { aslPlaceOf } from './aslPlace.ts';

const treeTime = 100;

/** Offers the fields, types and names that the States Language has at the cursor. */
export function aslCompletion(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context;
  // The names of states come from behind the cursor as well.
  const tree = ensureSyntaxTree(state, state.doc.length, treeTime) ?? syntaxTree(state);
  const place = aslPlaceOf(tree, state.doc.toString(), pos);
  if (place === null || (!explicit && !place.isQuoted && place.from === place.to)) {
    return null;
  }

  if (place.at === 'name') {
    return { from: place.from, to: place.to, options: place.fields.map((field) => nameOption(field, place.hasValue)), filter: true };
  }

  const options = valuesOf(place.field, place.fields, place.stateNames);
  return options.length === 0 ? null : { from: place.from, to: place.to, options: options.map((text) => ({ label: JSON.stringify(text), type: 'constant' })) };
}

function nameOption(field: Field, hasValue: boolean): Completion {
  const name = JSON.stringify(field.name);
  return { label: name, apply: hasValue ? name : `${name}: ${emptyOf(field.value)}`, detail: field.only ?? '', info: field.says, type: 'property' };
}

function emptyOf(value: FieldValue): string {
  switch (value) {
    case 'number':
      return '0';
    case 'flag':
      return 'true';
    case 'object':
      return '{}';
    case 'list':
      return '[]';
    default:
      return '""';
  }
}

function valuesOf(name: string, fields: readonly Field[], stateNames: readonly string[]): readonly string[] {
  const value = fields.find((field) => field.name === name)?.value;
  if (value === 'state') {
    return stateNames;
  }

  if (name === 'ErrorEquals') {
    return errorNames;
  }

  if (name === 'Resource' && value !== undefined) {
    return resources;
  }

  return typeof value === 'object' ? value : [];
}
