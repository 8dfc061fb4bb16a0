import { expect, it } from 'vitest';
import { nextDueWords } from '../../../src/pages/schedules/nextDueWords.ts';
import { formatMoment } from '../../../src/shell/format.ts';

const due = '2026-11-23T02:30:00Z';

it.each([
  [{ enabled: true, nextDue: due }, formatMoment(due)],
  [{ enabled: true, nextDue: null }, 'Never again'],
  [{ enabled: true }, 'Never again'],
  [{ enabled: false }, 'Off'],
])('says of %j: %s', (schedule, words) => expect(nextDueWords(schedule)).toBe(words));
