import { describe, expect, it } from 'vitest';
import { countOf, latencyWords, perHour, todaysTasks } from '../../../src/pages/dashboard/figures.ts';

it('counts a status over all kinds', () => {
  const counts = [
    { kind: 'order' as const, status: 'Running' as const, count: 2 },
    { kind: 'refund' as const, status: 'Running' as const, count: 3 },
    { kind: 'order' as const, status: 'Failed' as const, count: 7 },
  ];

  expect([countOf(counts, 'Running'), countOf(counts, 'Waiting')]).toEqual([5, 0]);
});

it('leads a figure of today to the list of the same day, which is one in UTC', () => {
  expect(todaysTasks('2026-11-22T14:11:10.787Z', 'Failed')).toBe('status=Failed&createdFrom=2026-11-22T00%3A00%3A00.000Z');
});

describe('latencyWords', () => {
  it.each([
    [0.0621, '62 ms'],
    [3.44, '3.4 s'],
    [93, '1 min 33 s'],
    [7_260, '2 h 1 min'],
  ])('%d is %s', (seconds, words) => expect(latencyWords(seconds)).toBe(words));
});

it('counts every way of ending into the throughput', () => {
  const part = { from: '2026-11-22T00:00:00.000Z', started: 9, succeeded: 3, failed: 1, timedOut: 1, aborted: 1 };

  expect(perHour([part, part], 24)).toBe(0.5);
});
