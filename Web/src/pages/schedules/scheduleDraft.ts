import { isRecord, parsed } from '../../api/json.ts';
import type { Schema } from '../../api/rest.ts';

type Schedule = Schema<'Schedule'>;
export type ScheduleDraft = Schema<'ScheduleDraft'>;

/** A schedule as it is entered: every field is a text, but for what is chosen. */
export interface EnteredSchedule {
  name: string;
  cron: string;
  timeZone: string;
  stateMachine: string;
  input: string;
  misfire: Schedule['misfire'];
  missedLimit: string;
  overlap: Schedule['overlap'];
  queueLimit: string;
  enabled: boolean;
  start: string;
  end: string;
  description: string;
}

export const emptySchedule: EnteredSchedule = {
  name: '',
  cron: '0 30 2 * * ?',
  timeZone: 'UTC',
  stateMachine: '',
  input: '{}',
  misfire: 'fireOnce',
  missedLimit: '100',
  overlap: 'skip',
  queueLimit: '10',
  enabled: true,
  start: '',
  end: '',
  description: '',
};

/** What a form shows of a schedule that is there. */
export const enteredOf = (schedule: Schedule): EnteredSchedule => ({
  name: schedule.name,
  cron: schedule.cron,
  timeZone: schedule.timeZone,
  stateMachine: schedule.stateMachine,
  input: JSON.stringify(schedule.input, undefined, 2),
  misfire: schedule.misfire,
  missedLimit: String(schedule.missedLimit),
  overlap: schedule.overlap,
  queueLimit: String(schedule.queueLimit),
  enabled: schedule.enabled,
  start: schedule.start ?? '',
  end: schedule.end ?? '',
  description: schedule.description ?? '',
});

/** The body that makes a schedule be what is entered. The input has been checked by {@link inputFault}. */
export function draftOf(entered: EnteredSchedule): ScheduleDraft {
  const input = parsed(entered.input);
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  return {
    cron: entered.cron.trim(),
    timeZone: text(entered.timeZone),
    stateMachine: entered.stateMachine.trim(),
    input: isRecord(input) ? input : undefined,
    misfire: entered.misfire,
    missedLimit: limitOf(entered.missedLimit),
    overlap: entered.overlap,
    queueLimit: limitOf(entered.queueLimit),
    enabled: entered.enabled,
    start: text(entered.start),
    end: text(entered.end),
    description: text(entered.description),
  };
}

/** What is wrong with the input; nothing if it is an object in JSON, or empty. The API is not asked, for it is only sent what is JSON. */
export function inputFault(input: string): string {
  if (input.trim() === '' || isRecord(parsed(input))) {
    return '';
  }
  return parsed(input) === undefined ? 'Expected JSON; it cannot be read as such.' : 'Expected an object, such as {"days": 1}.';
}

/** What is no number goes as 0, which no limit may be: the API then says what it expects, under the field. */
function limitOf(text: string): number | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const limit = Number(text);
  return Number.isFinite(limit) ? limit : 0;
}

/** The fields in which one is another than the other, with what they are now. */
export const changedFields = (before: EnteredSchedule, now: EnteredSchedule): string[] =>
  Object.entries(now)
    .filter(([field, value]) => value !== Object.entries(before).find(([name]) => name === field)?.[1])
    .map(([field, value]) => `${field} is ${value === '' ? 'nothing' : String(value)}`);
