import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { useStored } from '../../shell/useStored.ts';
import { NewTaskButton } from './NewTaskButton.tsx';
import { givenFilters, readSaved, savedAs, savedFiltersKey, withoutSaved, withSaved } from './savedFilters.ts';
import { SavedFilterSelect } from './SavedFilterSelect.tsx';
import { SaveFilterDialog } from './SaveFilterDialog.tsx';
import { preferencesKey, readPreferences } from './tablePreferences.ts';
import { noFilter, readFilter, writeFilter, type TaskFilter } from './taskFilter.ts';
import { TaskFilterBar } from './TaskFilterBar.tsx';
import { TaskTable } from './TaskTable.tsx';
import { useTaskList } from './useTaskList.ts';

/** The list of tasks. Its address says what it shows, so it can be kept and sent to others. */
export function TasksPage() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readFilter(search), [search]);
  const [preferences, setPreferences] = useStored(preferencesKey, readPreferences);
  const [saved, setSaved] = useStored(savedFiltersKey, readSaved);
  const [isSaving, setSaving] = useState(false);
  const pages = useCursorPages(`${writeFilter(filter).toString()} ${preferences.pageSize}`);
  const { data, error, isPending, isPlaceholderData, refetch } = useTaskList(filter, preferences.pageSize, pages.cursor);

  const tasks = data?.data.items ?? [];
  const next = data?.data.next;
  const current = savedAs([...givenFilters, ...saved], writeFilter(filter));
  const isFiltered = writeFilter({ ...filter, sort: noFilter.sort, order: noFilter.order }).size > 0;
  const show = (shown: TaskFilter) => setSearch(writeFilter(shown));

  return (
    <Page
      title="Tasks"
      description="Purchases, refunds, orders and batches that people follow."
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyToClipboard
            copyButtonText="Copy link"
            copySuccessText="The link to this list is copied"
            copyErrorText="The browser did not allow copying"
            textToCopy={window.location.href}
          />
          <NewTaskButton />
        </SpaceBetween>
      }
    >
      <ProblemNotice error={error} header="The tasks cannot be listed" onRetry={() => void refetch()} />
      <TaskTable
        tasks={tasks}
        loading={isPending || isPlaceholderData}
        filter={filter}
        onSort={(sort, order) => show({ ...filter, sort, order })}
        preferences={preferences}
        onPreferences={setPreferences}
        pagination={<CursorPagination pages={pages} next={next} disabled={isPlaceholderData} />}
        empty={isFiltered ? 'No task is like that.' : 'There are no tasks yet.'}
        bar={
          <TaskFilterBar
            filter={filter}
            onChange={show}
            owners={[...new Set(tasks.map((task) => task.owner))].sort()}
            countText={`${tasks.length}${next === undefined ? '' : '+'} ${tasks.length === 1 ? 'task' : 'tasks'}`}
            loading={isPending || isPlaceholderData}
            control={<SavedFilterSelect saved={saved} current={current} onChoose={(chosen) => setSearch(chosen.search)} />}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => show({ ...noFilter, sort: filter.sort, order: filter.order })}>Clear filters</Button>
                <ButtonDropdown
                  ariaLabel="What can be done with this filter"
                  expandToViewport
                  items={[
                    { id: 'save', text: 'Save filter…' },
                    {
                      id: 'delete',
                      text: 'Delete saved filter',
                      disabled: !saved.some((kept) => kept === current),
                      disabledReason: 'What is shown is not a filter saved in this browser.',
                    },
                  ]}
                  onItemClick={({ detail }) => (detail.id === 'save' ? setSaving(true) : setSaved(withoutSaved(saved, current?.name ?? '')))}
                >
                  Filter
                </ButtonDropdown>
              </SpaceBetween>
            }
          />
        }
      />
      {isSaving && (
        <SaveFilterDialog
          taken={saved.map((kept) => kept.name)}
          given={givenFilters.map((kept) => kept.name)}
          onDismiss={() => setSaving(false)}
          onSave={(name) => {
            setSaved(withSaved(saved, { name, search: writeFilter(filter).toString() }));
            setSaving(false);
          }}
        />
      )}
    </Page>
  );
}
