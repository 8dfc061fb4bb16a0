import { describe, expect, it } from 'vitest';
import { readSaved, savedAs, withoutSaved, withSaved } from '../../../src/pages/tasks/savedFilters.ts';

const mine = { name: 'Mine', search: 'owner=ada&status=Failed' };
const late = { name: 'Late', search: 'sort=due' };

describe('saved filters', () => {
  it('are sorted by name, and one of the same name gives way', () => {
    expect(withSaved(withSaved([mine], late), { name: 'Mine', search: 'owner=bob' })).toEqual([late, { name: 'Mine', search: 'owner=bob' }]);
  });

  it('are taken away by name', () => {
    expect(withoutSaved([late, mine], 'Late')).toEqual([mine]);
  });

  it('are found by what the address says, in whatever order it says it', () => {
    expect(savedAs([late, mine], new URLSearchParams('status=Failed&owner=ada'))).toBe(mine);
    expect(savedAs([late, mine], new URLSearchParams('status=Failed'))).toBeUndefined();
  });

  it('are read as far as they can be', () => {
    expect(readSaved([mine, { name: 'No search' }, 7, null])).toEqual([mine]);
    expect(readSaved(undefined)).toEqual([]);
  });
});
