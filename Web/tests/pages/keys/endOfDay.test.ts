import { expect, test } from 'vitest';
import { endOfDay } from '../../../src/pages/keys/endOfDay.ts';

test('a last day lasts until midnight, over the end of a month too', () => {
  expect(endOfDay('2026-02-28')).toBe(new Date(2026, 2, 1).toISOString());
});
