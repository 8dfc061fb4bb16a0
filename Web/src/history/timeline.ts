import { isOpen, type Step, type StepStatus } from './step.ts';

/** A stretch of a bar: an attempt at the work, the pause before the next one, or time in which the step did something else. */
export interface Stretch {
  readonly kind: 'attempt' | 'backOff' | 'step';
  readonly status: StepStatus;
  /** Parts of the whole width, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What the bars are drawn on: from the start of the execution to its end, or to now. */
export interface TimeFrame {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a step's bar, in the order of time. */
export function stretchesOf(step: Step, frame: TimeFrame): Stretch[] {
  const end = step.endedAt ?? frame.to;
  if (step.attempts.length < 2 || step.type === 'Map' || step.type === 'Parallel') {
    return [stretch('step', step.status, step.enteredAt, end, frame, step.name)];
  }

  const stretches: Stretch[] = [];
  for (const [at, attempt] of step.attempts.entries()) {
    const attemptEnd = attempt.endedAt ?? end;
    stretches.push(stretch('attempt', attempt.status, attempt.startedAt, attemptEnd, frame, `Attempt ${attempt.number}`));
    const next = step.attempts[at + 1];
    if (next !== undefined) {
      stretches.push(stretch('backOff', 'inProgress', attemptEnd, next.startedAt, frame, `Waits before attempt ${next.number}`));
    } else if (attempt.status === 'failed' && isOpen(step)) {
      stretches.push(stretch('backOff', 'inProgress', attemptEnd, end, frame, 'Waits before the next attempt'));
    }
  }

  return stretches;
}

function stretch(kind: Stretch['kind'], status: StepStatus, from: number, to: number, frame: TimeFrame, words: string): Stretch {
  const whole = Math.max(frame.to - frame.from, 0.001);
  const part = (moment: number) => Math.min(Math.max((moment - frame.from) / whole, 0), 1);
  return { kind, status, from: part(from), to: part(to), words };
}
