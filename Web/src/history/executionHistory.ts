import { closeOpenSteps, failWithOwners, reopenUnfinished } from './closing.ts';
import { detailsOf, type HistoryEvent } from './historyEvent.ts';
import { foldEvent } from './foldEvent.ts';
import { newScope, type Scope, type Step, type StepFailure } from './step.ts';

export type ExecutionOutcome = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * What the events of a history say, folded event by event: what was known stays, so appending costs no more than what is new.
 * A moment of the past is the fold of the events up to it.
 */
export class ExecutionHistory {
  readonly events: HistoryEvent[] = [];
  readonly root: Scope = newScope();
  /** By event id: the step an event is about. */
  readonly stepOf: (Step | undefined)[] = [];
  /** By event id: the scope that the next state is entered in. */
  readonly scopeOf: (Scope | undefined)[] = [];
  /** All steps in the order they were entered. */
  readonly steps: Step[] = [];
  outcome: ExecutionOutcome = 'RUNNING';
  failure: StepFailure | undefined;
  startedAt: number | undefined;
  stoppedAt: number | undefined;
  input: string | undefined;
  output: string | undefined;
  redriveCount = 0;

  /** The history as of an event: of all of them, those up to and with that id. */
  static upTo(events: readonly HistoryEvent[], lastEventId: number): ExecutionHistory {
    const history = new ExecutionHistory();
    history.append(events.slice(0, lastEventId));
    return history;
  }

  /** Takes in events in the order of their ids; those it has already are passed over, so that a stream may tell them again. */
  append(events: readonly HistoryEvent[]): void {
    for (const event of events) {
      if (event.id <= this.lastEventId) {
        continue;
      }

      if (event.id !== this.lastEventId + 1) {
        throw new RangeError(`The history goes on with event ${this.lastEventId + 1}, not with event ${event.id}.`);
      }

      this.events.push(event);
      if (event.type.startsWith('Execution')) {
        this.foldExecutionEvent(event);
      } else {
        foldEvent(this, event);
      }
    }
  }

  get lastEventId(): number {
    return this.events.length;
  }

  eventById(id: number): HistoryEvent | undefined {
    return this.events[id - 1];
  }

  stepById(id: number): Step | undefined {
    const step = this.stepOf[id];
    return step?.id === id ? step : undefined;
  }

  private foldExecutionEvent(event: HistoryEvent): void {
    const details = detailsOf(event);
    this.scopeOf[event.id] = this.root;
    switch (event.type) {
      case 'ExecutionStarted':
        this.startedAt = event.timestamp;
        this.input = details.input;
        break;
      case 'ExecutionRedriven':
        this.outcome = 'RUNNING';
        this.stoppedAt = undefined;
        this.failure = undefined;
        this.redriveCount = details.redriveCount ?? this.redriveCount + 1;
        reopenUnfinished(this.root);
        break;
      case 'ExecutionSucceeded':
        this.end(event, 'SUCCEEDED');
        this.output = details.output;
        break;
      case 'ExecutionFailed':
        this.end(event, 'FAILED');
        break;
      case 'ExecutionTimedOut':
        this.end(event, 'TIMED_OUT');
        break;
      case 'ExecutionAborted':
        this.end(event, 'ABORTED');
        break;
    }
  }

  private end(event: HistoryEvent, outcome: ExecutionOutcome): void {
    const { error, cause } = detailsOf(event);
    this.outcome = outcome;
    this.stoppedAt = event.timestamp;
    this.failure = outcome === 'SUCCEEDED' ? undefined : { error, cause };
    const culprit = outcome === 'FAILED' ? this.stepOf[event.previousEventId ?? 0] : undefined;
    if (culprit !== undefined) {
      failWithOwners(culprit, event.timestamp, this.failure);
    }

    closeOpenSteps(this.root, event.timestamp);
  }
}
