import { isRecord } from '../../api/json.ts';
import { taskColumns, usualColumns } from './taskColumns.tsx';

/** A column, and whether it is shown. */
export interface ColumnChoice {
  id: string;
  visible: boolean;
}

/** How somebody wants the list to look. */
export interface TablePreferences {
  pageSize: number;
  /** Every column, in the order in which they are shown. */
  columns: readonly ColumnChoice[];
  wrapLines: boolean;
}

/** Under what this browser keeps them. */
export const preferencesKey = 'taskorch.taskTable';

export const pageSizes: readonly number[] = [20, 50, 100, 200];

/** The preferences out of what was kept; the usual ones where that says nothing that can be followed. */
export function readPreferences(kept: unknown): TablePreferences {
  const { pageSize, columns, wrapLines } = isRecord(kept) ? kept : {};
  return {
    pageSize: typeof pageSize === 'number' && pageSizes.includes(pageSize) ? pageSize : 50,
    columns: complete(Array.isArray(columns) ? columns.flatMap(choiceOf) : []),
    wrapLines: wrapLines !== false,
  };
}

/** With the columns that were not there yet when the choice was made. */
function complete(chosen: readonly ColumnChoice[]): ColumnChoice[] {
  const known = chosen.filter(({ id }) => taskColumns.some((column) => column.id === id));
  const added = taskColumns.filter(({ id }) => !known.some((choice) => choice.id === id));
  return [...known, ...added.map(({ id }) => ({ id, visible: usualColumns.includes(id) }))];
}

const choiceOf = (value: unknown): ColumnChoice[] =>
  isRecord(value) && typeof value.id === 'string' && typeof value.visible === 'boolean' ? [{ id: value.id, visible: value.visible }] : [];
