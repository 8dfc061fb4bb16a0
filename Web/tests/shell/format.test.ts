import { expect, test } from 'vitest';
import { formatDuration, formatMoment, formatPreciseMoment, millisecondsOf } from '../../src/shell/format.ts';

test('a duration has hours, minutes, seconds and milliseconds', () => {
  expect([0, 62_345, 3_600_000 * 101, undefined, Number.NaN].map(formatDuration)).toEqual(['00:00:00.000', '00:01:02.345', '101:00:00.000', '-', '-']);
});

test('seconds of the wire protocol and texts of REST are the same moment', () => {
  const text = '2026-11-22T12:00:00.125Z';
  expect(millisecondsOf(Date.parse(text) / 1000)).toBe(millisecondsOf(text));
  expect(formatMoment(Date.parse(text) / 1000)).toBe(formatMoment(text));
  expect(formatPreciseMoment(text)).toContain('00.125');
});

test('no moment, and one that cannot be read, are a dash', () => {
  expect([undefined, null, 'soon'].map(formatMoment)).toEqual(['-', '-', '-']);
});
