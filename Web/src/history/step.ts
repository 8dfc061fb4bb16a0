/** How far a step, an attempt, a branch or an iteration has come: the words of the graph, without `notStarted`. */
export type StepStatus = 'inProgress' | 'succeeded' | 'failed' | 'caughtError' | 'cancelled';

/** One visit to a state. */
export interface Step {
  /** The id of the event by which the state was entered: the same however much of the history is known. */
  readonly id: number;
  readonly name: string;
  /** Task, Map, Parallel … */
  readonly type: string;
  readonly scope: Scope;
  /** The how many-eth visit to this state in its scope, from 1. */
  readonly visit: number;
  readonly enteredAt: number;
  readonly input: string | undefined;
  status: StepStatus;
  endedAt: number | undefined;
  output: string | undefined;
  /** What went wrong last, also where it was caught. */
  failure: StepFailure | undefined;
  /** Of a Task: each time its work was scheduled. Of a Parallel or Map: each time its children began. */
  readonly attempts: Attempt[];
  readonly events: number[];
  resource: string | undefined;
  /** The arn of the execution that this step has started. */
  startedExecution: string | undefined;
  mapRun: string | undefined;
  /** Of a Map: how many iterations there will be. */
  length: number | undefined;
  assigned: Readonly<Record<string, string>> | undefined;
}

export interface StepFailure {
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly startedAt: number;
  endedAt: number | undefined;
  status: StepStatus;
  failure: StepFailure | undefined;
  /** What the work was given. */
  readonly input: string | undefined;
  /** The branches or iterations that began in it, by their number. */
  readonly children: Child[];
}

/** A line of control through a graph: the machine's own, a branch's or an iteration's. Its steps come one after the other. */
export interface Scope {
  /** What this is a part of; undefined for the machine's own. */
  child: Child | undefined;
  readonly steps: Step[];
  /** The last visit to each state. */
  readonly latest: Map<string, Step>;
}

/** A branch of a Parallel or an iteration of a Map. */
export interface Child {
  readonly kind: 'branch' | 'iteration';
  /** From 0. */
  readonly index: number;
  readonly owner: Step;
  readonly attempt: number;
  readonly scope: Scope;
  readonly startedAt: number;
  endedAt: number | undefined;
  status: StepStatus;
}

export function newScope(): Scope {
  return { child: undefined, steps: [], latest: new Map() };
}

/** Begins a branch or an iteration of an attempt. */
export function beginChild(owner: Step, attempt: Attempt, kind: Child['kind'], index: number, startedAt: number): Child {
  const scope = newScope();
  const child: Child = { kind, index, owner, attempt: attempt.number, scope, startedAt, endedAt: undefined, status: 'inProgress' };
  scope.child = child;
  attempt.children.push(child);
  return child;
}

/** How far a child has come. No event says that a branch is done: it is when its last step is and no other has begun. */
export function statusOf(child: Child): StepStatus {
  const last = child.scope.steps.at(-1);
  const isDone = child.kind === 'branch' && last !== undefined && (last.status === 'succeeded' || last.status === 'caughtError');
  return isOpen(child) && isDone ? 'succeeded' : child.status;
}

/** Whether nothing more has happened so far that would end it. */
export function isOpen(thing: { readonly status: StepStatus }): boolean {
  return thing.status === 'inProgress';
}

/** The branches or iterations of the attempt that counts: the last one. */
export function childrenOf(step: Step): readonly Child[] {
  return step.attempts.at(-1)?.children ?? [];
}
