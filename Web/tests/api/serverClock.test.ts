import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const noon = Date.parse('2026-11-22T12:00:00Z');
const hour = 3_600_000;

/** A clock of which nothing was told yet, at noon by the browser's; and how often it was found to be another. */
async function freshClock() {
  vi.resetModules();
  const clock = await import('../../src/api/serverClock.ts');
  const moves: number[] = [];
  clock.onClockMove(() => moves.push(clock.clockLead()));
  const tell = (milliseconds: number, askedAt = Date.now()) => clock.hearTime(new Date(milliseconds).toISOString(), askedAt);
  return { ...clock, moves, tell };
}

beforeEach(() => vi.useFakeTimers({ now: noon }));
afterEach(() => vi.useRealTimers());

it('is the browser’s until something was told, and where what was told is no time', async () => {
  const { serverNow, hearTime, moves } = await freshClock();

  hearTime(null);
  hearTime(undefined);
  hearTime('soon');

  expect([serverNow(), moves]).toEqual([noon, []]);
});

it.each([
  ['behind', -3 * hour],
  ['ahead', 3 * hour],
])('is the server’s where the browser’s is wrong by hours: %s', async (_, apart) => {
  const { serverNow, tell, moves } = await freshClock();

  tell(noon + apart);
  vi.advanceTimersByTime(90_000);

  expect([serverNow(), moves]).toEqual([noon + apart + 90_000, [apart]]);
});

it('is the server’s where the browser’s is wrong by a second', async () => {
  const { serverNow, tell, moves } = await freshClock();

  tell(noon - 1_000);

  expect([serverNow(), moves]).toEqual([noon - 1_000, []]);
});

it.each([
  ['as it was told', 0],
  ['as it was asked for', 20_000],
  ['somewhere between', 12_345],
])('is not changed by what took long and may still be so: %s', async (_, wayBack) => {
  const { serverNow, tell, moves } = await freshClock();

  tell(noon - wayBack, noon - 20_000);

  expect([serverNow(), moves]).toEqual([noon, []]);
});

it('is only put forward by what nobody has asked for', async () => {
  const { serverNow, hearTime, moves } = await freshClock();

  hearTime(new Date(noon - hour).toISOString());
  expect(serverNow()).toBe(noon);
  hearTime(new Date(noon + hour).toISOString());

  expect([serverNow(), moves]).toEqual([noon + hour, [hour]]);
});

it('follows a clock that is moved, and one that is set back', async () => {
  const { serverNow, tell, moves } = await freshClock();

  tell(noon);
  tell(noon + 24 * hour);
  expect(serverNow()).toBe(noon + 24 * hour);
  tell(noon - hour);

  expect([serverNow(), moves]).toEqual([noon - hour, [24 * hour, -hour]]);
});
