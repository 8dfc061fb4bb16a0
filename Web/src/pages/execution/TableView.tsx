import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import type { StepStatus } from '../../history/step.ts';
import { formatCount } from '../../shell/format.ts';
import { selectedStep } from './selectedStep.ts';
import type { ShownExecution } from './shownExecution.ts';
import { stepColumnOptions, stepColumns, defaultStepPreferences } from './stepColumns.tsx';
import { hasRowsInside, matchingRows, rowsInside, rowsOf, type StepRow } from './stepRows.ts';
import { StepTableFilter } from './StepTableFilter.tsx';
import { isTablePreferences } from './tablePreferences.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';
import { useExpandedRows } from './useExpandedRows.ts';
import { useNow } from './useNow.ts';
import { useRemembered } from './useRemembered.ts';

interface Props {
  shown: ShownExecution;
  at: LookedAt;
  look: Look;
}

/** How many lines inside another one are shown at first, and how many more at a time. */
const insideAtATime = 50;

/** The steps as a tree: Parallels with their branches, Maps with their iterations. A filter makes it a flat list. */
export function TableView({ shown, at, look }: Props) {
  const { history, until } = shown;
  const now = useNow(until === undefined);
  const [text, setText] = useState('');
  const [status, setStatus] = useState<StepStatus>();
  const [page, setPage] = useState(1);
  const [preferences, setPreferences] = useRemembered('stepTable', defaultStepPreferences, isTablePreferences);
  const { isExpanded, toggle, shownInside, showMore } = useExpandedRows(insideAtATime);
  const isFiltered = text.trim() !== '' || status !== undefined;
  const rows = useMemo(() => (isFiltered ? matchingRows(shown.history.steps, text, status) : rowsOf(shown.history.root)), [shown, isFiltered, text, status]);
  const frame = { from: history.startedAt ?? 0, to: until ?? Math.max(now, history.events.at(-1)?.timestamp ?? 0) };
  const pageSize = preferences.pageSize ?? 50;
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const items = rows.slice((Math.min(page, pages) - 1) * pageSize, Math.min(page, pages) * pageSize);
  const inside = (row: StepRow) => rowsInside(row).slice(0, shownInside(row));
  const selected = selectedStep(history, at);
  const open = (row: StepRow) => row.step !== undefined && look({ step: row.step.id, state: undefined, event: undefined });
  return (
    <Table<StepRow>
      header={
        <Header variant="h2" counter={`(${formatCount(isFiltered ? rows.length : history.steps.length)})`}>
          Table view
        </Header>
      }
      filter={<StepTableFilter text={text} onText={setText} status={status} onStatus={setStatus} />}
      pagination={pages > 1 && <Pagination currentPageIndex={Math.min(page, pages)} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} />}
      preferences={
        <CollectionPreferences
          title="Preferences"
          confirmLabel="Confirm"
          cancelLabel="Cancel"
          preferences={preferences}
          onConfirm={({ detail }) => setPreferences(detail)}
          pageSizePreference={{ title: 'Lines a page', options: [20, 50, 100].map(value => ({ value, label: `${value} lines` })) }}
          wrapLinesPreference={{ label: 'Wrap lines', description: 'Long text goes on in the next line' }}
          contentDisplayPreference={{ title: 'Columns', options: stepColumnOptions }}
        />
      }
      columnDefinitions={stepColumns(frame, row => open(row))}
      {...(preferences.contentDisplay === undefined ? {} : { columnDisplay: preferences.contentDisplay })}
      wrapLines={preferences.wrapLines ?? false}
      items={items}
      trackBy="key"
      resizableColumns
      ariaLabels={{
        tableLabel: 'Steps of the execution',
        expandButtonLabel: row => `Show what is in ${row.name}`,
        collapseButtonLabel: row => `Hide what is in ${row.name}`,
        selectionGroupLabel: 'Shown step',
        itemSelectionLabel: (_state, row) => `Show ${row.name}`,
      }}
      onRowClick={({ detail }) => open(detail.item)}
      selectedItems={items.filter(row => row.step !== undefined && row.step === selected)}
      {...(isFiltered
        ? {}
        : {
            expandableRows: {
              getItemChildren: inside,
              isItemExpandable: hasRowsInside,
              expandedItems: expandedAmong(items, inside, isExpanded),
              onExpandableItemToggle: ({ detail }) => toggle(detail.item),
            },
            getLoadingStatus: (row: StepRow | null) => (row !== null && rowsInside(row).length > shownInside(row) ? ('pending' as const) : ('finished' as const)),
            renderLoaderPending: ({ item }: { item: StepRow | null }) =>
              item !== null && (
                <Button variant="inline-link" iconName="add-plus" onClick={() => showMore(item)}>
                  Show more of the {formatCount(rowsInside(item).length)}
                </Button>
              ),
          })}
      empty={<Box color="text-body-secondary">{isFiltered ? 'No step is like that.' : 'No state has been entered so far.'}</Box>}
    />
  );
}

/** The lines that are open, of those that can be seen. */
function expandedAmong(rows: readonly StepRow[], inside: (row: StepRow) => StepRow[], isExpanded: (row: StepRow) => boolean): StepRow[] {
  return rows.filter(row => hasRowsInside(row) && isExpanded(row)).flatMap(row => [row, ...expandedAmong(inside(row), inside, isExpanded)]);
}
