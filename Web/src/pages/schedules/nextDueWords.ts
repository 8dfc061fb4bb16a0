import type { Schema } from '../../api/rest.ts';
import { formatMoment } from '../../shell/format.ts';

/** When a schedule is due next; one that is on may have no due time left. */
export function nextDueWords({ enabled, nextDue }: Pick<Schema<'Schedule'>, 'enabled' | 'nextDue'>): string {
  if (!enabled) {
    return 'Off';
  }
  return nextDue === undefined || nextDue === null ? 'Never again' : formatMoment(nextDue);
}
