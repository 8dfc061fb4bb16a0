import type { ScopedState } from './scopesOf.ts';
import { scopesOf } from './scopesOf.ts';

/** Every state of a definition by its name, however deep it lies: names are unique in a machine. */
export function statesOf(definition: unknown): ReadonlyMap<string, ScopedState> {
  const states = new Map<string, ScopedState>();
  for (const scope of scopesOf(definition)) {
    for (const state of scope.states) {
      if (!states.has(state.name)) {
        states.set(state.name, state);
      }
    }
  }

  return states;
}
