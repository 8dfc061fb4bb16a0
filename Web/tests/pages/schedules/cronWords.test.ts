import { expect, it } from 'vitest';
import { cronWords } from '../../../src/pages/schedules/cronWords.ts';

it.each([
  ['0 30 2 * * ?', 'at 02:30'],
  ['15 30 2 * * ?', 'at 02:30:15'],
  ['0 0 9,17 ? * MON-FRI', 'at 09:00 and 17:00, Monday to Friday'],
  ['0 0/15 * * * ?', 'every 15 minutes'],
  ['0 * * * * ?', 'every minute'],
  ['* * * * * ?', 'every second'],
  ['0/10 * * * * ?', 'every 10 seconds'],
  ['0 0 * * * ?', 'every hour'],
  ['0 20 0/6 * * ?', 'every 6 hours at minute 20'],
  ['0 0 8-18 ? * mon-fri', 'every hour from 08:00 to 18:59, Monday to Friday'],
  ['0 */5 9 * * ?', 'every 5 minutes from 09:00 to 09:59'],
  ['0 0 6 1 * ?', 'at 06:00, on day 1 of the month'],
  ['0 0 6 1,15-17 * ?', 'at 06:00, on day 1 and 15 to 17 of the month'],
  ['0 0 18 L * ?', 'at 18:00, on the last day of the month'],
  ['0 0 18 LW * ?', 'at 18:00, on the last weekday of the month'],
  ['0 0 18 15W * ?', 'at 18:00, on the weekday nearest to day 15 of the month'],
  ['0 0 9 ? * 2#1', 'at 09:00, on the first Monday of the month'],
  ['0 0 9 ? * 6L', 'at 09:00, on the last Friday of the month'],
  ['0 0 9 ? JAN,7 SUN 2027', 'at 09:00, Sunday, in January and July, in 2027'],
])('%s is due %s', (cron, words) => expect(cronWords(cron)).toBe(words));

it.each(['', '30 2 * * *', '0 30 2 * * ? 2027 x', '0 30 2 * FOO ?', '0 1-5 2 * * ?', '0 0 9 ? * 8', '0 0 9 ? * 9#1', 'a b c d e f'])('has no words for %j', (cron) =>
  expect(cronWords(cron)).toBeUndefined(),
);
