import type { Fact } from './useFacts.ts';

/** What happened, in a few words: `the task of Pay succeeded`. */
export function factWords(fact: Fact): string {
  const of = fact.state === undefined ? '' : ` of ${fact.state}`;
  switch (fact.kind) {
    case 'started':
      return 'the execution began';
    case 'taskStarted':
      return `a worker took up the task${of}`;
    case 'taskSubmitted':
      return `the task${of} was handed over`;
    case 'taskHeartbeat':
      return `the task${of} gave a sign of life`;
    case 'taskSucceeded':
      return `the task${of} succeeded`;
    case 'taskFailed':
      return `the task${of} failed`;
    case 'timerFired':
      return `the timer${of} went off`;
    case 'continued':
      return 'the execution went on after a long stretch';
    case 'stopped':
      return 'somebody stopped the execution';
    case 'redriven':
      return 'somebody redrove the execution';
  }
}
