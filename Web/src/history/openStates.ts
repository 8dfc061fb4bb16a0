import { isOpen, type Child, type Step } from './step.ts';

/** A state that an execution is in. */
export interface OpenState {
  /** The event by which it was entered. */
  readonly eventId: number;
  readonly name: string;
  /** The branches and iterations it lies in, the outermost first. */
  readonly path: readonly { readonly state: string; readonly kind: Child['kind']; readonly index: number }[];
  readonly status: 'running' | 'waiting' | 'retrying';
  readonly retryCount: number;
  /** A moment in ISO 8601. */
  readonly since: string;
  readonly input: string;
}

/** The states that an execution is in after the events of a history, a Parallel or Map before what runs in it. */
export function openStates(steps: readonly Step[]): OpenState[] {
  return steps.filter(isOpen).map((step) => ({
    eventId: step.id,
    name: step.name,
    path: pathOf(step),
    status: step.type === 'Wait' ? 'waiting' : step.attempts.at(-1)?.status === 'failed' ? 'retrying' : 'running',
    retryCount: Math.max(0, step.attempts.length - 1),
    since: new Date(step.enteredAt * 1000).toISOString(),
    input: step.input ?? '',
  }));
}

function pathOf({ scope: { child } }: Step): OpenState['path'] {
  return child === undefined ? [] : [...pathOf(child.owner), { state: child.owner.name, kind: child.kind, index: child.index }];
}
