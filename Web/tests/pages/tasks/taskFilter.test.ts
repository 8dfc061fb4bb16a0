import { describe, expect, it } from 'vitest';
import { noFilter, readFilter, writeFilter, type TaskFilter } from '../../../src/pages/tasks/taskFilter.ts';

const full: TaskFilter = {
  owner: 'ada',
  statuses: ['Failed', 'Waiting'],
  kinds: ['order'],
  text: 'a & b=c',
  createdFrom: '2026-11-22T00:00:00.000Z',
  createdTo: '2026-11-23T00:00:00.000Z',
  sort: 'due',
  order: 'asc',
};

describe('the filter of an address', () => {
  it('is the one that was written into it', () => {
    expect(readFilter(new URLSearchParams(writeFilter(full).toString()))).toEqual(full);
  });

  it('says nothing of what is as usual', () => {
    expect(writeFilter(noFilter).toString()).toBe('');
  });

  it('leaves out what is said wrongly, and what is said twice', () => {
    const search = new URLSearchParams('status=Nope&status=Failed&status=Failed&kind=gift&createdFrom=soon&sort=colour&order=up&owner=%20&text=%20lamp%20');

    expect(readFilter(search)).toEqual({ ...noFilter, statuses: ['Failed'], text: 'lamp' });
  });
});
