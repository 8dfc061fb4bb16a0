import Box from '@cloudscape-design/components/box';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { TaskSummary } from '../../tasks/types.ts';
import { pageSizes, type TablePreferences } from './tablePreferences.ts';
import { taskColumns } from './taskColumns.tsx';
import type { TaskFilter, TaskSort } from './taskFilter.ts';

interface Props {
  tasks: readonly TaskSummary[];
  loading: boolean;
  filter: TaskFilter;
  onSort: (sort: TaskSort, order: 'asc' | 'desc') => void;
  preferences: TablePreferences;
  onPreferences: (preferences: TablePreferences) => void;
  bar: ReactNode;
  pagination: ReactNode;
  empty: ReactNode;
}

const sorts: readonly TaskSort[] = ['created', 'updated', 'due', 'priority'];

/** The list of tasks. It is sorted by the API, over all its pages. */
export function TaskTable({ tasks, loading, filter, onSort, preferences, onPreferences, bar, pagination, empty }: Props) {
  return (
    <Table
      variant="full-page"
      stickyHeader
      items={tasks}
      trackBy="id"
      columnDefinitions={taskColumns}
      columnDisplay={preferences.columns}
      wrapLines={preferences.wrapLines}
      loading={loading}
      loadingText="Asking for the tasks"
      ariaLabels={{ tableLabel: 'Tasks' }}
      sortingColumn={{ sortingField: filter.sort }}
      sortingDescending={filter.order === 'desc'}
      onSortingChange={({ detail }) => {
        const sort = sorts.find((name) => name === detail.sortingColumn.sortingField);
        if (sort !== undefined) {
          onSort(sort, detail.isDescending === true ? 'desc' : 'asc');
        }
      }}
      filter={bar}
      pagination={pagination}
      preferences={
        <CollectionPreferences
          title="How the list looks"
          preferences={{ pageSize: preferences.pageSize, contentDisplay: preferences.columns, wrapLines: preferences.wrapLines }}
          onConfirm={({ detail }) =>
            onPreferences({
              pageSize: detail.pageSize ?? preferences.pageSize,
              columns: detail.contentDisplay ?? preferences.columns,
              wrapLines: detail.wrapLines === true,
            })
          }
          pageSizePreference={{ title: 'Tasks on a page', options: pageSizes.map((value) => ({ value, label: `${value} tasks` })) }}
          wrapLinesPreference={{ label: 'Wrap lines', description: 'Shows long texts whole' }}
          contentDisplayPreference={{
            title: 'Columns',
            description: 'Which columns are shown, and in which order.',
            options: taskColumns.map(({ id, header }) => ({ id, label: header, alwaysVisible: id === 'title' })),
          }}
        />
      }
      empty={
        <Box textAlign="center" color="inherit">
          {empty}
        </Box>
      }
    />
  );
}
