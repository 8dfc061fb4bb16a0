import { isRecord, parsed, textOf } from '../api/json.ts';
import { statesOf } from '../graph/statesOf.ts';

/** What of a state decides how it can be tested. */
export interface TestedState {
  /** As written; empty where the definition has no such state. */
  readonly type: string;
  /** Whether there is work that a mock can stand in for, and whether it can be done without one. */
  readonly hasWork: boolean;
  readonly needsMock: boolean;
  readonly retries: boolean;
  readonly readsItems: boolean;
}

/** Work that is not done for a test: one would have to wait for somebody else's answer. */
const leftToOthers = /:activity:|\.sync(?::2)?$|\.waitForTaskToken$/u;

export function testedState(definition: string, name: string): TestedState {
  const state = statesOf(parsed(definition)).get(name)?.state ?? {};
  const type = textOf(state, 'Type') ?? '';
  const holds = type === 'Map' || type === 'Parallel';
  return {
    type,
    hasWork: type === 'Task' || holds,
    needsMock: holds || leftToOthers.test(textOf(state, 'Resource') ?? ''),
    retries: Array.isArray(state.Retry),
    readsItems: isRecord(state.ItemReader),
  };
}
