import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../src/api/failure.ts';
import { changedFields, draftOf, emptySchedule, enteredOf, inputFault } from '../../../src/pages/schedules/scheduleDraft.ts';
import { scheduleFaults } from '../../../src/pages/schedules/scheduleFaults.ts';

describe('the draft of what is entered', () => {
  it('leaves out what is empty, and reads the input', () => {
    expect(draftOf({ ...emptySchedule, stateMachine: ' Report ', timeZone: ' ', missedLimit: '', queueLimit: '5', input: '{"days":1}' })).toEqual({
      cron: '0 30 2 * * ?',
      timeZone: undefined,
      stateMachine: 'Report',
      input: { days: 1 },
      misfire: 'fireOnce',
      missedLimit: undefined,
      overlap: 'skip',
      queueLimit: 5,
      enabled: true,
      start: undefined,
      end: undefined,
      description: undefined,
    });
  });

  it('sends a limit that is no number as one that is never allowed, for the API to say so', () => {
    expect(draftOf({ ...emptySchedule, missedLimit: 'many' }).missedLimit).toBe(0);
  });

  it('is what the schedule was, when nothing is changed', () => {
    const schedule = {
      ...{ name: 'nightly', cron: '0 0 1 * * ?', timeZone: 'Europe/Berlin', stateMachine: 'Report', input: { a: [1, 'b'] } },
      ...{ misfire: 'fireAll' as const, missedLimit: 31, overlap: 'queue' as const, queueLimit: 3, enabled: false, configured: false },
      ...{ start: '2026-11-22T00:00:00.000Z', createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', description: 'Nightly.' },
    };
    const { cron, timeZone, stateMachine, input, misfire, missedLimit, overlap, queueLimit, enabled, start, description } = schedule;

    expect(draftOf(enteredOf(schedule))).toEqual({ cron, timeZone, stateMachine, input, misfire, missedLimit, overlap, queueLimit, enabled, start, end: undefined, description });
  });
});

it.each([
  ['{"a":1}', ''],
  ['', ''],
  ['{', 'Expected JSON; it cannot be read as such.'],
  ['[1]', 'Expected an object, such as {"days": 1}.'],
])('says of the input %j: %s', (input, fault) => expect(inputFault(input)).toBe(fault));

it('says what another has changed', () => {
  expect(changedFields(emptySchedule, { ...emptySchedule, enabled: false, description: 'x' })).toEqual(['enabled is false', 'description is x']);
});

it('says of a new schedule whose name is taken that it is', () => {
  const faults = scheduleFaults(new ApiFailure('Expected If-Match …', 428, 'precondition-required'));

  expect([faults.at('name'), faults.at('/cron'), faults.rest]).toEqual(['There is a schedule of this name already.', '', []]);
});
