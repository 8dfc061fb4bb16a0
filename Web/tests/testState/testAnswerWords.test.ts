import { expect, it } from 'vitest';
import { handledBy, limitsOf } from '../../src/testState/testAnswerWords.ts';

it('counts retriers and catchers from one', () => {
  expect([{}, { retryIndex: 0, retryBackoffIntervalSeconds: 4 }, { retryIndex: 0, catchIndex: 1 }].map(handledBy)).toEqual(['', 'retrier 1, after 4 s', 'retrier 1; catcher 2']);
});

it('shows the limits that there are, zero too', () => {
  expect(limitsOf({ maxConcurrency: 0, toleratedFailurePercentage: 2.5 })).toEqual([
    { label: 'Most iterations at once', value: 0 },
    { label: 'Tolerated failures in percent', value: 2.5 },
  ]);
});
