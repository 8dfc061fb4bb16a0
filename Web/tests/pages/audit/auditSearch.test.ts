import { expect, it } from 'vitest';
import { readSearch, saidOf } from '../../../src/pages/audit/auditSearch.ts';

it('is in the address what was searched for, and nothing else', () => {
  const search = { since: '2026-11-22T00:00:00.000Z', who: 'ada', action: '', outcome: ' ' };

  expect(saidOf(search)).toEqual({ since: '2026-11-22T00:00:00.000Z', who: 'ada' });
  expect(readSearch(new URLSearchParams(saidOf(search)))).toEqual({ ...search, outcome: '' });
  expect(readSearch(new URLSearchParams('since=yesterday'))).toEqual({ since: '', who: '', action: '', outcome: '' });
});
