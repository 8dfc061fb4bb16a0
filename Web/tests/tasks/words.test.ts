import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../src/tasks/formatBytes.ts';
import { formatMoney } from '../../src/tasks/formatMoney.ts';
import { dayInUtc, isoMoment, localMoment } from '../../src/tasks/moments.ts';
import { agoWords, spanWords } from '../../src/tasks/spanWords.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [26_214_400, '25 MB'],
  ])('%d is %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));
});

describe('formatMoney', () => {
  it.each([
    [1450, 'EUR', '1,450.00 EUR'],
    [900102, 'JPY', '900,102 JPY'],
    [1.2345, 'no currency', '1.2345 no currency'],
    [undefined, 'EUR', '-'],
  ])('%s %s is %s', (amount, currency, words) => expect(formatMoney(amount, currency)).toBe(words));
});

describe('spanWords', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [61, '1 minute 1 second'],
    [3_600, '1 hour'],
    [14_400, '4 hours'],
    [90_061, '1 day 1 hour'],
  ])('%d is %s', (seconds, words) => expect(spanWords(seconds)).toBe(words));

  it('never counts backwards', () => {
    expect(agoWords('2026-11-22T10:00:05Z', '2026-11-22T10:00:00Z')).toBe('0 seconds');
  });
});

describe('a moment that people enter', () => {
  it('is the one that is shown of it', () => {
    const iso = new Date(2026, 10, 22, 9, 5).toISOString();

    expect(localMoment(iso)).toEqual({ date: '2026-11-22', time: '09:05' });
    expect(isoMoment(localMoment(iso))).toBe(iso);
  });

  it('begins at midnight while its time is not written yet, and is nothing without a day', () => {
    expect(isoMoment({ date: '2026-11-22', time: '09:' })).toBe(new Date(2026, 10, 22).toISOString());
    expect(isoMoment({ date: '', time: '09:05' })).toBe('');
    expect(localMoment('')).toEqual({ date: '', time: '' });
  });

  it('has its day in UTC, as the API counts days', () => {
    expect(dayInUtc('2026-11-22T23:59:59.999+00:00')).toBe('2026-11-22T00:00:00.000Z');
  });
});
