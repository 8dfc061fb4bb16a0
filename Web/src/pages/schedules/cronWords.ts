import { cronFault } from './cronFault.ts';
import { dayNames, monthNames, shortName, writtenFields } from './cronFields.ts';

/** Names by what stands for them: their number, or their first letters. */
const named = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name, at) => [
      [String(at + 1), name],
      [shortName(name), name],
    ]),
  );

const days = named(dayNames);
const months = named(monthNames);

const ordinals: Readonly<Record<string, string>> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth' };

const isAny = (field: string): boolean => field === '*' || field === '?';
const isNumber = (field: string): boolean => /^\d+$/.test(field);
const two = (text: string): string => text.padStart(2, '0');
const plural = (count: string, word: string): string => (count === '1' ? `every ${word}` : `every ${count} ${word}s`);

/**
 * The due times of a Quartz expression in words: `at 02:30, Monday to Friday`. Undefined for what it has no words for, and for what has a fault that
 * {@link cronFault} knows.
 */
export function cronWords(cron: string): string | undefined {
  const fields = writtenFields(cron);
  if (fields === undefined || cronFault(cron) !== '') {
    return undefined;
  }
  const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = fields;
  const parts = [timeWords(second, minute, hour), dayOfMonthWords(dayOfMonth), dayOfWeekWords(dayOfWeek), monthWords(month), isAny(year) ? '' : listed(year, 'in', (text) => text)];
  return parts.includes(undefined) ? undefined : parts.filter((part) => part !== '').join(', ');
}

function timeWords(second: string, minute: string, hour: string): string | undefined {
  if (isNumber(second) && isNumber(minute) && /^\d+(,\d+)*$/.test(hour)) {
    const tail = second === '0' || second === '00' ? '' : `:${two(second)}`;
    return `at ${inWords(hour.split(',').map((each) => `${two(each)}:${two(minute)}${tail}`))}`;
  }
  const frequency = frequencyWords(second, minute, hour);
  if (frequency === undefined) {
    return undefined;
  }
  if (isAny(hour) || hour.includes('/')) {
    return frequency;
  }
  const between = /^(\d+)-(\d+)$/.exec(hour);
  return between ? `${frequency} from ${two(between[1] ?? '')}:00 to ${two(between[2] ?? '')}:59` : isNumber(hour) ? `${frequency} from ${two(hour)}:00 to ${two(hour)}:59` : undefined;
}

/** How often, within the hours that are named. */
function frequencyWords(second: string, minute: string, hour: string): string | undefined {
  const step = (field: string) => /^(?:\*|0)\/(\d+)$/.exec(field)?.[1];
  const seconds = step(second);
  if ((second === '*' || seconds !== undefined) && isAny(minute)) {
    return plural(seconds ?? '1', 'second');
  }
  if (!isNumber(second)) {
    return undefined;
  }
  const minutes = step(minute);
  if (minute === '*' || minutes !== undefined) {
    return plural(minutes ?? '1', 'minute');
  }
  if (!isNumber(minute)) {
    return undefined;
  }
  const past = minute === '0' || minute === '00' ? '' : ` at minute ${minute}`;
  const hours = step(hour);
  return isAny(hour) || hours !== undefined || /^\d+-\d+$/.test(hour) ? `${plural(hours ?? '1', 'hour')}${past}` : undefined;
}

function dayOfMonthWords(field: string): string | undefined {
  if (isAny(field)) {
    return '';
  }
  if (field === 'L') {
    return 'on the last day of the month';
  }
  if (field === 'LW') {
    return 'on the last weekday of the month';
  }
  const nearest = /^(\d+)W$/.exec(field)?.[1];
  return nearest === undefined ? listed(field, 'on day', (text) => (isNumber(text) ? text : undefined), ' of the month') : `on the weekday nearest to day ${nearest} of the month`;
}

function dayOfWeekWords(field: string): string | undefined {
  if (isAny(field)) {
    return '';
  }
  const nth = /^(\w+)#([1-5])$/.exec(field);
  if (nth) {
    const [, day = '', which = ''] = nth;
    return days[day] === undefined ? undefined : `on the ${ordinals[which] ?? ''} ${days[day]} of the month`;
  }
  const last = /^(\w+)L$/.exec(field)?.[1];
  if (last !== undefined && days[last] !== undefined) {
    return `on the last ${days[last]} of the month`;
  }
  return listed(field, '', (text) => days[text]);
}

const monthWords = (field: string): string | undefined => (isAny(field) ? '' : listed(field, 'in', (text) => months[text]));

/** A list of names and spans: `Monday to Wednesday and Friday`. */
function listed(field: string, before: string, name: (text: string) => string | undefined, after = ''): string | undefined {
  const parts = field.split(',').map((part) => {
    const ends = part.split('-').map(name);
    return ends.length > 2 || ends.includes(undefined) ? undefined : ends.join(' to ');
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : `${before} ${inWords(known)}${after}`.trim();
}

const inWords = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);
