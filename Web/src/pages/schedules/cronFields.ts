/** One of the fields of a Quartz expression. */
export interface CronField {
  readonly name: string;
  /** What its numbers go from and to. */
  readonly from: number;
  readonly to: number;
  /** What stands for numbers, the first for the lowest. */
  readonly names: readonly string[];
  /** Its values in words. */
  readonly values: string;
  readonly signs: string;
}

export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A name as expressions have it: `MON`. */
export const shortName = (name: string): string => name.slice(0, 3).toUpperCase();

/** The fields in their order. */
export const cronFields: readonly CronField[] = [
  { name: 'Seconds', from: 0, to: 59, names: [], values: '0-59', signs: ', - * /' },
  { name: 'Minutes', from: 0, to: 59, names: [], values: '0-59', signs: ', - * /' },
  { name: 'Hours', from: 0, to: 23, names: [], values: '0-23', signs: ', - * /' },
  { name: 'Day of the month', from: 1, to: 31, names: [], values: '1-31', signs: ', - * / ? L W' },
  { name: 'Month', from: 1, to: 12, names: monthNames.map(shortName), values: '1-12 or JAN-DEC', signs: ', - * /' },
  { name: 'Day of the week', from: 1, to: 7, names: dayNames.map(shortName), values: '1-7 (1 is Sunday) or SUN-SAT', signs: ', - * / ? L #' },
  { name: 'Year (may be left out)', from: 1970, to: 2099, names: [], values: '1970-2099', signs: ', - * /' },
];

/** The fields of an expression as they are written; undefined for what has another number of them. */
export function writtenFields(cron: string): readonly string[] | undefined {
  const written = cron.trim().toUpperCase().split(/\s+/);
  return written.length === 6 || written.length === 7 ? written : undefined;
}

/** The values and spans that a field lists, without their steps, as numbers: `MON-FRI` is from 2 to 6. Empty for what lists none. */
export function spansOf(field: CronField, written: string): readonly { readonly from: number; readonly to: number }[] {
  return written.split(',').flatMap((part) => {
    const ends = (part.split('/')[0] ?? '').split('-').map((end) => numberOf(field, end));
    const [from, to = from] = ends;
    return ends.length > 2 || from === undefined || ends.includes(undefined) || to === undefined ? [] : [{ from, to }];
  });
}

function numberOf({ from, names }: CronField, text: string): number | undefined {
  const at = names.indexOf(text);
  return at >= 0 ? from + at : /^\d+$/.test(text) ? Number(text) : undefined;
}
