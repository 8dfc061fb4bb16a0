import { statesOf } from '../../graph/statesOf.ts';
import { parsed } from '../../api/json.ts';

/** A state's own part of a definition as JSON text; undefined where there is no such state. */
export function stateDefinition(definition: string, name: string): string | undefined {
  const state = statesOf(parsed(definition)).get(name);
  return state === undefined ? undefined : JSON.stringify(state.state);
}
