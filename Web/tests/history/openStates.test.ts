import { expect, it } from 'vitest';
import { ExecutionHistory } from '../../src/history/executionHistory.ts';
import { openStates } from '../../src/history/openStates.ts';
import { entered, eventsOf, exited, started, task } from './eventsOf.ts';

it('has the states that are open, a Parallel before what runs in it', () => {
  const events = eventsOf(
    started,
    entered(0, 'Parallel', 'Both', '1'),
    [2, 'ParallelStateStarted'],
    entered(3, 'Pass', 'Quick'),
    exited(4, 'Pass', 'Quick'),
    entered(3, 'Task', 'Slow', '2'),
    task(6, 'Scheduled'),
    task(7, 'Failed', { error: 'Busy' }),
    entered(3, 'Wait', 'Rest', '3'),
  );
  const since = (second: number) => new Date((1000 + second) * 1000).toISOString();

  expect(openStates(ExecutionHistory.upTo(events, events.length).steps)).toEqual([
    { eventId: 2, name: 'Both', path: [], status: 'running', retryCount: 0, since: since(1), input: '1' },
    { eventId: 6, name: 'Slow', path: [{ state: 'Both', kind: 'branch', index: 1 }], status: 'retrying', retryCount: 0, since: since(5), input: '2' },
    { eventId: 9, name: 'Rest', path: [{ state: 'Both', kind: 'branch', index: 2 }], status: 'waiting', retryCount: 0, since: since(8), input: '3' },
  ]);
  expect(openStates(ExecutionHistory.upTo(eventsOf(started, entered(0, 'Pass', 'It'), exited(2, 'Pass', 'It'), [3, 'ExecutionSucceeded', { output: '1' }]), 4).steps)).toEqual([]);
});
