import { childrenOf, isOpen, type Child, type Scope, type Step, type StepFailure } from './step.ts';

/** Ends a step that failed. What was known of the failure already stays. */
export function failStep(step: Step, at: number, failure?: StepFailure): void {
  step.status = 'failed';
  step.endedAt ??= at;
  if (step.failure?.error === undefined && step.failure?.cause === undefined) {
    step.failure = failure ?? step.failure;
  }

  closeAttempt(step, at, 'failed');
}

/** Ends a step and all that is open in it. */
export function closeStep(step: Step, at: number, status: Step['status']): void {
  step.status = status;
  step.endedAt = at;
  closeChildren(step, at, status === 'succeeded' ? 'succeeded' : 'cancelled');
  closeAttempt(step, at, status);
}

/** Ends the branches or iterations that are open still. */
export function closeChildren(step: Step, at: number, status: 'succeeded' | 'cancelled'): void {
  for (const child of childrenOf(step)) {
    if (isOpen(child)) {
      closeChild(child, at, status);
    }
  }
}

/** Ends a branch or iteration; a step that is open in it was cut short. */
export function closeChild(child: Child, at: number, status: Step['status']): void {
  child.status = status;
  child.endedAt = at;
  closeOpenSteps(child.scope, at);
}

/** Has a step fail, and with it all that it is a part of. */
export function failWithOwners(culprit: Step, at: number, failure: StepFailure | undefined): void {
  failStep(culprit, at, failure);
  const child = culprit.scope.child;
  if (child !== undefined) {
    child.status = 'failed';
    child.endedAt ??= at;
    closeChildren(child.owner, at, 'cancelled');
    failWithOwners(child.owner, at, failure);
  }
}

/** Ends what is open in a scope, which can only be its last step: it was cut short. */
export function closeOpenSteps(scope: Scope, at: number): void {
  const last = scope.steps.at(-1);
  if (last !== undefined && isOpen(last)) {
    closeStep(last, at, 'cancelled');
  }
}

/** A redrive lets go on what did not succeed: the last step of the scope, and in it the branches and iterations that did not. */
export function reopenUnfinished(scope: Scope): void {
  const last = scope.steps.at(-1);
  if (last === undefined || !isUnfinished(last) || last.type === 'Fail') {
    return;
  }

  reopen(last);
  reopenAttempt(last);
  for (const child of childrenOf(last)) {
    if (isUnfinished(child)) {
      child.status = 'inProgress';
      child.endedAt = undefined;
      reopenUnfinished(child.scope);
    }
  }
}

/** Has a step that ended go on after all. */
export function reopen(step: Step): void {
  step.status = 'inProgress';
  step.endedAt = undefined;
  step.failure = undefined;
}

/** A Parallel or Map goes on with the children it has. */
function reopenAttempt(step: Step): void {
  const attempt = step.attempts.at(-1);
  if (attempt !== undefined && attempt.children.length > 0) {
    attempt.status = 'inProgress';
    attempt.endedAt = undefined;
    attempt.failure = undefined;
  }
}

function isUnfinished(thing: Step | Child): boolean {
  return thing.status === 'failed' || thing.status === 'cancelled';
}

function closeAttempt(step: Step, at: number, status: Step['status']): void {
  const attempt = step.attempts.at(-1);
  if (attempt !== undefined && isOpen(attempt)) {
    attempt.status = status;
    attempt.endedAt = at;
    attempt.failure ??= status === 'failed' ? step.failure : undefined;
  }
}
