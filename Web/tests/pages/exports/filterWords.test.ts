import { expect, it } from 'vitest';
import { filterWords } from '../../../src/pages/exports/filterWords.ts';

it.each([
  [{}, 'All tasks'],
  [{ status: ['Failed' as const, 'Cancelled' as const], kind: ['order' as const], owner: 'ada', text: 'lamp' }, 'Failed or Cancelled, Order, of ada, with “lamp”'],
])('says which tasks an export has: %j', (filter, words) => expect(filterWords({ sort: 'created', order: 'desc', ...filter })).toBe(words));
