import { closeChild, closeChildren, closeStep, failStep, reopen } from './closing.ts';
import type { ExecutionHistory } from './executionHistory.ts';
import { detailsOf, type EventDetails, type HistoryEvent } from './historyEvent.ts';
import { beginChild, isOpen, type Scope, type Step } from './step.ts';

/** Which types tell how an attempt at a task's work went. */
const attemptEnds = /^(?:Task|LambdaFunction|Activity)(?:\w*Failed|TimedOut|Succeeded)$/u;

/** Takes in an event that is about a state. */
export function foldEvent(history: ExecutionHistory, event: HistoryEvent): void {
  const details = detailsOf(event);
  const { type } = event;
  if (type.endsWith('StateEntered')) {
    enter(history, event, details);
  } else if (type.endsWith('StateExited')) {
    note(history, event, exit(history, event, details));
  } else if (type.startsWith('MapIteration')) {
    foldIteration(history, event, details);
  } else if (/^(?:Parallel|Map)State(?:Started|Succeeded|Failed|Aborted)$/u.test(type)) {
    note(history, event, foldOwner(history, event));
  } else if (type === 'EvaluationFailed') {
    note(history, event, failEvaluation(history, event, details));
  } else {
    note(history, event, foldWork(history, event, details));
  }
}

function enter(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): void {
  const scope = scopeEntered(history, event, details);
  const name = details.name ?? '';
  const step: Step = {
    id: event.id,
    name,
    type: event.type.slice(0, -'StateEntered'.length),
    scope,
    visit: (scope.latest.get(name)?.visit ?? 0) + 1,
    enteredAt: event.timestamp,
    input: details.input,
    status: 'inProgress',
    endedAt: undefined,
    output: undefined,
    failure: undefined,
    attempts: [],
    events: [],
    resource: undefined,
    startedExecution: undefined,
    mapRun: undefined,
    length: undefined,
    assigned: undefined,
  };
  scope.steps.push(step);
  scope.latest.set(name, step);
  history.steps.push(step);
  note(history, event, step);
}

/** The scope a state is entered in: a new branch where a Parallel has begun, or else that of the event before. */
function scopeEntered(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): Scope {
  const previous = event.previousEventId ?? 0;
  const before = history.eventById(previous);
  if (before?.type === 'ParallelStateStarted') {
    const owner = history.stepOf[previous];
    const attempt = owner?.attempts.at(-1);
    if (owner !== undefined && attempt !== undefined) {
      return beginChild(owner, attempt, 'branch', attempt.children.length, event.timestamp).scope;
    }
  }

  if (before?.type === 'ExecutionRedriven') {
    return scopeOfFailState(history, details.name) ?? history.root;
  }

  return history.scopeOf[previous] ?? history.root;
}

/** A redrive enters a Fail state anew, after the event of the redrive: the scope is that of the last such state that nothing came after. */
function scopeOfFailState(history: ExecutionHistory, name: string | undefined): Scope | undefined {
  const ended = history.steps.filter(step => step.name === name && step.type === 'Fail' && step.scope.steps.at(-1) === step);
  return ended.find(step => step.scope.child === undefined || isOpen(step.scope.child))?.scope;
}

function exit(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): Step | undefined {
  const step = nearest(history, event, candidate => candidate.name === details.name);
  if (step !== undefined) {
    const caught = step.failure !== undefined;
    closeStep(step, event.timestamp, caught ? 'caughtError' : 'succeeded');
    step.output = details.output;
    step.assigned = details.assignedVariables;
  }

  return step;
}

function foldIteration(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): void {
  const owner = nearest(history, event, candidate => candidate.name === details.name);
  const attempt = owner?.attempts.at(-1);
  note(history, event, owner);
  if (owner === undefined || attempt === undefined) {
    return;
  }

  const index = details.index ?? 0;
  if (event.type === 'MapIterationStarted') {
    history.scopeOf[event.id] = beginChild(owner, attempt, 'iteration', index, event.timestamp).scope;
    return;
  }

  const child = attempt.children.findLast(candidate => candidate.index === index);
  if (child === undefined) {
    return;
  }

  if (event.type === 'MapIterationFailed') {
    failCulprit(history, event, owner);
    closeChild(child, event.timestamp, 'failed');
  } else {
    closeChild(child, event.timestamp, event.type === 'MapIterationSucceeded' ? 'succeeded' : 'cancelled');
  }
}

/** What a Parallel or Map says of itself. */
function foldOwner(history: ExecutionHistory, event: HistoryEvent): Step | undefined {
  const type = event.type.startsWith('Map') ? 'Map' : 'Parallel';
  const wasEntered = (step: Step) => step.id === event.previousEventId;
  const isAbort = event.type.endsWith('Aborted');
  const step = nearest(history, event, candidate => candidate.type === type && (isAbort || isOpen(candidate) || wasEntered(candidate)));
  if (step === undefined) {
    return undefined;
  }

  if (event.type.endsWith('Started')) {
    failCulprit(history, event, step);
    closeChildren(step, event.timestamp, 'cancelled');
    endAttempt(step, event.timestamp, 'failed');
    goOn(step);
    beginAttempt(step, event.timestamp, undefined);
    step.length = detailsOf(event).length ?? step.length;
  } else if (event.type.endsWith('Succeeded')) {
    closeChildren(step, event.timestamp, 'succeeded');
    endAttempt(step, event.timestamp, 'succeeded');
  } else if (isAbort) {
    if (isOpen(step)) {
      closeStep(step, event.timestamp, 'cancelled');
    }
  } else {
    const culprit = failCulprit(history, event, step);
    closeChildren(step, event.timestamp, 'cancelled');
    failStep(step, event.timestamp, culprit?.failure ?? { error: undefined, cause: undefined });
  }

  return step;
}

/** The failure of a Parallel or Map, or of an attempt at it, follows from the step in it that failed; that one may look cut short so far. */
function failCulprit(history: ExecutionHistory, event: HistoryEvent, owner: Step): Step | undefined {
  const culprit = history.stepOf[event.previousEventId ?? 0];
  if (culprit === undefined || culprit === owner || culprit.status === 'succeeded' || culprit.status === 'caughtError') {
    return undefined;
  }

  failStep(culprit, event.timestamp);
  const child = culprit.scope.child;
  if (child !== undefined) {
    child.status = 'failed';
    child.endedAt ??= event.timestamp;
  }

  return culprit;
}

/** An expression that could not be worked out; where that was on the way into a state, the event follows from the one before the state was entered. */
function failEvaluation(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): Step | undefined {
  const { error, cause, state } = details;
  const step = nearest(history, event, candidate => candidate.name === state) ?? latestFollowing(history, event.previousEventId ?? 0, state);
  if (step !== undefined) {
    goOn(step);
    step.failure = { error, cause };
    endAttempt(step, event.timestamp, 'failed', step.failure);
  }

  return step;
}

function latestFollowing(history: ExecutionHistory, previous: number, name: string | undefined): Step | undefined {
  return history.steps.findLast(step => step.name === name && (history.eventById(step.id)?.previousEventId ?? 0) === previous);
}

/** What a task, a Map Run, or the abortion of a state says. */
function foldWork(history: ExecutionHistory, event: HistoryEvent, details: EventDetails): Step | undefined {
  const step = history.stepOf[event.previousEventId ?? 0];
  if (step === undefined) {
    return undefined;
  }

  if (event.type.endsWith('StateAborted')) {
    if (isOpen(step)) {
      closeStep(step, event.timestamp, 'cancelled');
    }
  } else if (event.type.startsWith('MapRun')) {
    foldMapRun(step, event, details);
  } else if (event.type.endsWith('Scheduled')) {
    goOn(step);
    step.resource = resourceOf(details);
    beginAttempt(step, event.timestamp, details.parameters ?? details.input);
  } else if (attemptEnds.test(event.type)) {
    foldAttemptEnd(step, event, details);
  }

  step.startedExecution ??= startedExecution(details);
  return step;
}

function foldMapRun(step: Step, event: HistoryEvent, details: EventDetails): void {
  if (event.type === 'MapRunFailed') {
    const { error, cause } = details;
    step.failure = { error, cause };
    endAttempt(step, event.timestamp, 'failed', step.failure);
  } else if (event.type === 'MapRunStarted' || event.type === 'MapRunRedriven') {
    goOn(step);
    step.mapRun = details.mapRunArn;
  }
}

function foldAttemptEnd(step: Step, event: HistoryEvent, details: EventDetails): void {
  if (event.type.endsWith('Succeeded')) {
    endAttempt(step, event.timestamp, 'succeeded');
    return;
  }

  const { error, cause } = details;
  step.failure = { error, cause };
  endAttempt(step, event.timestamp, 'failed', step.failure);
}

function beginAttempt(step: Step, at: number, input: string | undefined): void {
  step.attempts.push({ number: step.attempts.length + 1, startedAt: at, endedAt: undefined, status: 'inProgress', failure: undefined, input, children: [] });
}

function endAttempt(step: Step, at: number, status: 'succeeded' | 'failed', failure?: Step['failure']): void {
  const attempt = step.attempts.at(-1);
  if (attempt !== undefined && isOpen(attempt)) {
    attempt.status = status;
    attempt.endedAt = at;
    attempt.failure = failure;
  }
}

/** Work begins in a step: whatever it has failed with before no longer counts, and what it is a part of goes on too. */
function goOn(step: Step): void {
  if (!isOpen(step) || step.failure !== undefined) {
    reopen(step);
  }

  const child = step.scope.child;
  if (child !== undefined && !(isOpen(child) && isOpen(child.owner))) {
    child.status = 'inProgress';
    child.endedAt = undefined;
    goOn(child.owner);
  }
}

/** The step of the event before, or the nearest one around it that will do. */
function nearest(history: ExecutionHistory, event: HistoryEvent, matches: (step: Step) => boolean): Step | undefined {
  let step = history.stepOf[event.previousEventId ?? 0];
  while (step !== undefined && !matches(step)) {
    step = step.scope.child?.owner;
  }

  return step;
}

function note(history: ExecutionHistory, event: HistoryEvent, step: Step | undefined): void {
  history.stepOf[event.id] = step;
  history.scopeOf[event.id] = step?.scope ?? history.root;
  step?.events.push(event.id);
}

function resourceOf({ resource, resourceType }: EventDetails): string | undefined {
  return resource !== undefined && resourceType !== undefined ? `${resourceType}:${resource}` : resource;
}

/** The execution that a `states:startExecution…` has started, as its answer names it. */
function startedExecution({ resource, resourceType, output }: EventDetails): string | undefined {
  if (resourceType !== 'states' || resource?.startsWith('startExecution') !== true || output === undefined) {
    return undefined;
  }

  return /"[Ee]xecutionArn"\s*:\s*"([^"\\]+)"/u.exec(output)?.[1];
}
