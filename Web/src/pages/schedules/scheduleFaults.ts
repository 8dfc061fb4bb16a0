import type { ApiFailure } from '../../api/failure.ts';
import { fieldFaults, type FieldFaults } from '../../tasks/fieldFaults.ts';

const pointers: ReadonlySet<string> = new Set([
  'name',
  ...['cron', 'timeZone', 'stateMachine', 'input', 'misfire', 'missedLimit', 'overlap', 'queueLimit', 'start', 'end', 'description'].map((member) => `/${member}`),
]);

/** What the API found wrong with a schedule, under its fields. That it asks which version is meant says of a new one that its name is taken. */
export function scheduleFaults(failure: ApiFailure): FieldFaults {
  return failure.code === 'precondition-required'
    ? { at: (pointer) => (pointer === 'name' ? 'There is a schedule of this name already.' : ''), rest: [] }
    : fieldFaults(failure, pointers);
}
