import { expect, it } from 'vitest';
import { cronFault } from '../../../src/pages/schedules/cronFault.ts';
import { cronWords } from '../../../src/pages/schedules/cronWords.ts';

it.each([
  ['99 0 9 * * ?', 'Seconds: expected 0-59, found 99.'],
  ['0 60 9 * * ?', 'Minutes: expected 0-59, found 60.'],
  ['0 0 25 * * ?', 'Hours: expected 0-23, found 25.'],
  ['0 0 8-24 * * ?', 'Hours: expected 0-23, found 24.'],
  ['0 75/5 * * * ?', 'Minutes: expected 0-59, found 75.'],
  ['0 0 9 0 * ?', 'Day of the month: expected 1-31, found 0.'],
  ['0 0 9 1,32 * ?', 'Day of the month: expected 1-31, found 32.'],
  ['0 0 9 1 13 ?', 'Month: expected 1-12 or JAN-DEC, found 13.'],
  ['0 0 9 ? * 8', 'Day of the week: expected 1-7 (1 is Sunday) or SUN-SAT, found 8.'],
  ['0 0 9 1 1 ? 1969', 'Year (may be left out): expected 1970-2099, found 1969.'],
  ['0 0 9 31 2 ?', 'Never due: February has no day 31.'],
  ['0 0 9 30-31 feb ?', 'Never due: February has no day 30.'],
  ['0 0 9 31 APR,JUN ?', 'Never due: these months have no day 31.'],
])('says of %s what is wrong, and has no words for it', (cron, fault) => expect([cronFault(cron), cronWords(cron)]).toEqual([fault, undefined]));

it.each(['', '99 0 9', '0 0 9 29 2 ?', '0 0 9 31 1-3 ?', '0 0 9 L 2 ?', '0 0 9 30/1 2 ?', '0 0 22-4 ? * FRI-MON', '59 59 23 31 12 ? 2099', 'a b c d e f'])('leaves %j to the API', (cron) => expect(cronFault(cron)).toBe(''));
