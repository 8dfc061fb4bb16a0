import { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Fact } from './useFacts.ts';
import type { SeenExecution } from './liveHistory.ts';

/** What the views show: the execution as it is, or as it was after a fact. */
export interface ShownExecution {
  readonly history: ExecutionHistory;
  /** The fact it is shown after; undefined for now. */
  readonly past: Fact | undefined;
  /** Epoch seconds up to which the bars of the timeline go; undefined while it runs: to now. */
  readonly until: number | undefined;
}

export function shownNow(seen: SeenExecution): ShownExecution {
  return { history: seen.history, past: undefined, until: seen.history.stoppedAt };
}

/** As it was after a fact: a history is a pure function of the facts, so the events that had happened by then are all there is to know. */
export function shownAfter(seen: SeenExecution, fact: Fact): ShownExecution {
  const history = ExecutionHistory.upTo(seen.history.events, fact.lastEventId);
  return { history, past: fact, until: history.stoppedAt ?? Date.parse(fact.at) / 1000 };
}
