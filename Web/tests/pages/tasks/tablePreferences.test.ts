import { describe, expect, it } from 'vitest';
import { readPreferences } from '../../../src/pages/tasks/tablePreferences.ts';
import { taskColumns } from '../../../src/pages/tasks/taskColumns.tsx';

describe('the preferences that were kept', () => {
  it('are the usual ones where nothing was', () => {
    const { pageSize, wrapLines, columns } = readPreferences(undefined);

    expect([pageSize, wrapLines]).toEqual([50, true]);
    expect(columns.map(({ id }) => id)).toEqual(taskColumns.map(({ id }) => id));
  });

  it('keep their order, lose columns that are no more, and gain those that are new', () => {
    const { columns, pageSize } = readPreferences({ pageSize: 7, columns: [{ id: 'id', visible: true }, { id: 'gone', visible: true }, { id: 'title', visible: true }] });

    expect(columns.slice(0, 3)).toEqual([
      { id: 'id', visible: true },
      { id: 'title', visible: true },
      { id: 'status', visible: true },
    ]);
    expect(columns).toHaveLength(taskColumns.length);
    expect(pageSize).toBe(50);
  });
});
