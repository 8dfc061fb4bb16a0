import type { Schema } from '../../api/rest.ts';
import { formatMoment } from '../../shell/format.ts';
import { capitalised } from '../../tasks/taskWords.ts';

/** Which tasks an export has, in words. */
export function filterWords({ status, kind, owner, text, createdFrom, createdTo }: Schema<'ExportFilter'>): string {
  const words = [
    status && status.length > 0 ? status.join(' or ') : '',
    kind && kind.length > 0 ? kind.map(capitalised).join(' or ') : '',
    owner ? `of ${owner}` : '',
    text ? `with “${text}”` : '',
    createdFrom ? `created from ${formatMoment(createdFrom)}` : '',
    createdTo ? `created before ${formatMoment(createdTo)}` : '',
  ].filter((part) => part !== '');
  return words.length === 0 ? 'All tasks' : words.join(', ');
}
