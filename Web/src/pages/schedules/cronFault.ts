import { cronFields, monthNames, spansOf, writtenFields, type CronField } from './cronFields.ts';

/** The days that a month has at most. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What is plainly wrong with due times while they are being written: a number that its field does not have, or days that no month of theirs has, so that
 * it would never be due. Nothing for what looks right; whether an expression is right is for the API to say.
 */
export function cronFault(cron: string): string {
  const written = writtenFields(cron);
  return written === undefined ? '' : (cronFields.map((field, at) => rangeFault(field, written[at] ?? '*')).find((fault) => fault !== '') ?? neverFault(written));
}

function rangeFault(field: CronField, written: string): string {
  const found = spansOf(field, written)
    .flatMap(({ from, to }) => [from, to])
    .find((number) => number < field.from || number > field.to);
  return found === undefined ? '' : `${field.name}: expected ${field.values}, found ${found}.`;
}

function neverFault([, , , days = '', months = '']: readonly string[]): string {
  const [, , , dayField, monthField] = cronFields;
  if (dayField === undefined || monthField === undefined || days.includes('/') || months.includes('/')) {
    return '';
  }

  const first = Math.min(...spansOf(dayField, days).map(({ from }) => from));
  const named = spansOf(monthField, months).flatMap(({ from, to }) => monthNames.map((_, at) => at + 1).filter((month) => month >= from && month <= to));
  return Number.isFinite(first) && named.length > 0 && named.every((month) => first > (longest[month - 1] ?? 31))
    ? `Never due: ${named.length === 1 ? `${monthNames[(named[0] ?? 1) - 1] ?? ''} has` : 'these months have'} no day ${first}.`
    : '';
}
