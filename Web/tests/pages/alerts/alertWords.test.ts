import { expect, it } from 'vitest';
import { severityWords, signalValue, windowWords } from '../../../src/pages/alerts/alertWords.ts';

it.each([
  ['PT15M', '15 minutes'],
  ['PT1H', '1 hour'],
  ['P1DT2H', '1 day 2 hours'],
  ['a while', 'a while'],
])('reads the window %s as %s', (window, words) => expect(windowWords(window)).toBe(words));

it('gives values their unit', () => {
  expect([signalValue('failedExecutions', 1), signalValue('oldestWaitingTask', 14_400), signalValue('throttledCalls', 1200)]).toEqual(['1 execution', '4 hours', '1,200 calls']);
  expect([signalValue('givenUpEvents', 2), signalValue('failingReceiver', 7200)]).toEqual(['2 events', '2 hours']);
});

it('names what is grave', () => {
  expect([severityWords(0), severityWords(9)]).toEqual(['0 Critical', '9']);
});
