import { isRecord } from '../api/json.ts';
import { listIn, objectIn, pointerStep } from './looseJson.ts';
import type { LooseObject } from './looseJson.ts';

/** A StartAt and the States beside it: the machine itself, a branch of a Parallel state, what a Map state does with an item. */
export interface Scope {
  /** JSON pointer of the object that has `States`. */
  readonly pointer: string;
  /** Pointer of the Map or Parallel state around it; null for the machine itself. */
  readonly owner: string | null;
  readonly startAt: unknown;
  readonly states: readonly ScopedState[];
}

export interface ScopedState {
  readonly name: string;
  /** JSON pointer of the state in the definition. */
  readonly pointer: string;
  readonly state: LooseObject;
}

/** Every scope of a definition, those outside before those inside. What is not shaped like a scope or a state is left out. */
export function scopesOf(definition: unknown): readonly Scope[] {
  const scopes: Scope[] = [];
  collect(definition, '', null, scopes);
  return scopes;
}

function collect(value: unknown, pointer: string, owner: string | null, scopes: Scope[]): void {
  if (!isRecord(value)) {
    return;
  }

  const states = Object.entries(objectIn(value, 'States')).flatMap(([name, state]) =>
    isRecord(state) ? [{ name, pointer: `${pointer}/States${pointerStep(name)}`, state }] : [],
  );
  scopes.push({ pointer, owner, startAt: value.StartAt, states });
  for (const state of states) {
    for (const inner of innerOf(state.state)) {
      collect(inner.value, `${state.pointer}${inner.pointer}`, state.pointer, scopes);
    }
  }
}

function innerOf(state: LooseObject): readonly { readonly pointer: string; readonly value: unknown }[] {
  switch (state.Type) {
    case 'Map': {
      // Iterator is what ItemProcessor was called before.
      const field = 'ItemProcessor' in state ? 'ItemProcessor' : 'Iterator';
      return field in state ? [{ pointer: `/${field}`, value: state[field] }] : [];
    }
    case 'Parallel':
      return listIn(state, 'Branches').map((value, index) => ({ pointer: `/Branches/${String(index)}`, value }));
    default:
      return [];
  }
}
