import { describe, expect, it } from 'vitest';
import { durationText } from '../../src/history/duration.ts';
import { eventRow } from '../../src/history/eventRow.ts';
import { ExecutionHistory } from '../../src/history/executionHistory.ts';
import { graphNotes, graphStatuses, lastVisits } from '../../src/history/graphStatuses.ts';
import { stretchesOf } from '../../src/history/timeline.ts';
import { variablesOf } from '../../src/history/variables.ts';
import { entered, eventsOf, exited, started, task, type Told } from './eventsOf.ts';

const historyOf = (...told: Told[]) => ExecutionHistory.upTo(eventsOf(...told), told.length);

const iterated: Told[] = [
  started,
  entered(0, 'Pass', 'Before'),
  exited(2, 'Pass', 'Before', '{}', { way: '"dear"' }),
  entered(3, 'Map', 'Each'),
  [4, 'MapStateStarted', { length: 3 }],
  [5, 'MapIterationStarted', { name: 'Each', index: 0 }],
  entered(6, 'Pass', 'Item'),
  exited(7, 'Pass', 'Item', '{}', { n: '0' }),
  [8, 'MapIterationSucceeded', { name: 'Each', index: 0 }],
  [8, 'MapIterationStarted', { name: 'Each', index: 1 }],
  entered(10, 'Pass', 'Item'),
  exited(11, 'Pass', 'Item', '{}', { n: '1' }),
  entered(12, 'Wait', 'Rest'),
];

describe('lastVisits', () => {
  it('shows the iteration that runs, unless another is chosen', () => {
    const history = historyOf(...iterated);

    expect([...graphStatuses(lastVisits(history, new Map()))]).toEqual([
      ['Before', 'succeeded'],
      ['Each', 'inProgress'],
      ['Item', 'succeeded'],
      ['Rest', 'inProgress'],
    ]);
    expect(graphStatuses(lastVisits(history, new Map([['Each', 0]]))).has('Rest')).toBe(false);
  });

  it('notes how many iterations are done, of how many there will be', () => {
    expect([...graphNotes(lastVisits(historyOf(...iterated), new Map()))]).toEqual([['Each', '1 of 3']]);
  });

  it('notes the attempt and the visit where there was more than one', () => {
    const history = historyOf(
      started,
      entered(0, 'Task', 'Pay'),
      task(2, 'Scheduled'),
      task(3, 'Failed', { error: 'E' }),
      task(4, 'Scheduled'),
      task(5, 'Succeeded'),
      exited(6, 'Task', 'Pay'),
      entered(7, 'Pass', 'Loop'),
      exited(8, 'Pass', 'Loop'),
      entered(9, 'Pass', 'Loop'),
    );

    expect([...graphNotes(lastVisits(history, new Map()))]).toEqual([
      ['Pay', 'attempt 2'],
      ['Loop', 'visit 2'],
    ]);
  });
});

describe('stretchesOf', () => {
  it('has a stretch for each attempt and for each pause between two', () => {
    const history = historyOf(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled'), task(3, 'Failed', { error: 'E' }), started, started, task(4, 'Scheduled'), task(7, 'Succeeded'));
    const stretches = stretchesOf(history.steps[0] ?? expect.fail(), { from: 1000, to: 1010 });

    expect(stretches.map(({ kind, status, from, to }) => [kind, status, from, to])).toEqual([
      ['attempt', 'failed', 0.2, 0.3],
      ['backOff', 'inProgress', 0.3, 0.6],
      ['attempt', 'succeeded', 0.6, 0.7],
    ]);
  });

  it('goes up to now while a step waits for its next attempt', () => {
    const history = historyOf(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled'), task(3, 'Failed', { error: 'E' }), task(4, 'Scheduled'), task(5, 'Failed', { error: 'E' }));

    expect(stretchesOf(history.steps[0] ?? expect.fail(), { from: 1000, to: 1010 }).at(-1)).toMatchObject({ kind: 'backOff', from: 0.5, to: 1 });
  });
});

describe('eventRow', () => {
  it('says where the step of an event is', () => {
    const history = historyOf(...iterated);

    expect(history.events.map(event => eventRow(history, event).path)).toEqual([
      '',
      'Before',
      'Before',
      'Each',
      'Each',
      'Each',
      'Each › #0 › Item',
      'Each › #0 › Item',
      'Each',
      'Each',
      'Each › #1 › Item',
      'Each › #1 › Item',
      'Each › #1 › Rest',
    ]);
  });

  it('tells good from bad by the type', () => {
    const history = historyOf(started, entered(0, 'Task', 'Pay'), task(2, 'Scheduled'), task(3, 'TimedOut', { error: 'States.Timeout' }), [4, 'ExecutionFailed', {}]);

    expect(history.events.map(event => eventRow(history, event).tone)).toEqual(['plain', 'plain', 'plain', 'bad', 'bad']);
  });
});

describe('variablesOf', () => {
  it('has those of the machine and of what is under way, not those of iterations that have ended', () => {
    expect(variablesOf(historyOf(...iterated).root)).toEqual([
      { name: 'way', value: '"dear"', assignedBy: 'Before', scope: 'State machine' },
      { name: 'n', value: '1', assignedBy: 'Item', scope: 'Each › #1' },
    ]);
  });
});

describe('durationText', () => {
  it.each([
    [0, '00:00:00.000'],
    [1.2345, '00:00:01.235'],
    [3661.5, '01:01:01.500'],
    [90_061, '1 d 01:01:01.000'],
    [-1, '00:00:00.000'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});
