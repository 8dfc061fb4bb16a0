import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DateRangePicker from '@cloudscape-design/components/date-range-picker';
import type { DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import PropertyFilter from '@cloudscape-design/components/property-filter';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClockLead } from '../../api/useClockLead.ts';
import type { ExecutionSummary } from '../../machines/executionSearch.ts';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatCount, formatDuration, formatMoment, millisecondsOf } from '../../shell/format.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { searchOf, statuses, tokensFrom, withTokens } from './executionFilter.ts';
import { relativeRanges, startedWithin } from './startedRange.ts';
import { useExecutions } from './useExecutions.ts';
import { useKeptPage } from './useKeptPage.ts';

interface ExecutionsTableProps {
  readonly machine: string;
  /** Buttons for what is not about one of the executions. */
  readonly actions: ReactNode;
}

const columns: readonly TableProps.ColumnDefinition<ExecutionSummary>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, cell: ({ executionArn, name }) => <RouterLink href={addressOf.execution(executionArn)}><BoundedText>{name}</BoundedText></RouterLink> },
  { id: 'status', header: 'Status', cell: ({ status }) => <ExecutionStatusIndicator status={status} /> },
  { id: 'started', header: 'Started', cell: ({ startDate }) => formatMoment(startDate) },
  { id: 'ended', header: 'Ended', cell: ({ stopDate }) => formatMoment(stopDate) },
  {
    id: 'duration',
    header: 'Duration',
    cell: ({ startDate, stopDate }) => formatDuration(stopDate === undefined || stopDate === null ? undefined : millisecondsOf(stopDate) - millisecondsOf(startDate)),
  },
  { id: 'redrives', header: 'Redrives', cell: ({ redriveCount }) => formatCount(redriveCount) },
];

const properties = [
  { key: 'status', propertyLabel: 'Status', groupValuesLabel: 'Statuses', operators: ['='] },
  { key: 'name', propertyLabel: 'Name', groupValuesLabel: 'Names', operators: [':'] },
  { key: 'text', propertyLabel: 'Input or output', groupValuesLabel: 'Texts', operators: [':'] },
  { key: 'redriven', propertyLabel: 'Redriven', groupValuesLabel: 'Redriven', operators: ['='] },
] as const;

const options = [
  ...statuses.map((value) => ({ propertyKey: 'status', value })),
  { propertyKey: 'redriven', value: 'yes' },
  { propertyKey: 'redriven', value: 'no' },
];

/** The executions of a machine: filtered and paged by the server, refreshed as they change. The filter is in the page's address. */
export function ExecutionsTable({ machine, actions }: ExecutionsTableProps) {
  const [address, setAddress] = useSearchParams();
  const [range, setRange] = useState<{ readonly value: DateRangePickerProps.Value | null; readonly chosenAt: number }>({ value: null, chosenAt: 0 });
  const lead = useClockLead();
  const tokens = useMemo(() => tokensFrom(address), [address]);
  const search = useMemo(() => ({ ...searchOf(tokens), ...startedWithin(range.value, range.chosenAt + lead) }), [tokens, range, lead]);
  const executions = useExecutions(machine, search);
  const pages = executions.data?.pages ?? [];
  const { page, turnTo } = useKeptPage(JSON.stringify(search), executions);
  const shown = pages[page];
  const isFiltered = Object.keys(search).length > 0;

  return (
    <SpaceBetween size="s">
      <ProblemNotice error={executions.error} header="The executions cannot be shown" onRetry={() => void executions.refetch()} />
      <Table<ExecutionSummary>
        variant="container"
        items={shown?.items ?? []}
        columnDefinitions={columns}
        trackBy="executionArn"
        loading={executions.isPending}
        loadingText="Asking for the executions"
        ariaLabels={{ tableLabel: 'Executions' }}
        empty={<Box textAlign="center">{emptyWords(isFiltered, shown?.next !== undefined)}</Box>}
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel="Refresh the executions" loading={executions.isRefetching} onClick={() => void executions.refetch()} />
                {actions}
              </SpaceBetween>
            }
          >
            Executions
          </Header>
        }
        filter={
          <SpaceBetween size="xs">
            <PropertyFilter
              query={{ tokens: tokens.map((token) => ({ ...token })), operation: 'and' }}
              onChange={({ detail }) => setAddress((before) => withTokens(before, detail.tokens), { replace: true })}
              filteringProperties={properties}
              filteringOptions={options}
              hideOperations
              filteringPlaceholder="Filter by status, name, input or output"
              filteringAriaLabel="Filter executions"
            />
            <DateRangePicker
              value={range.value}
              onChange={({ detail }) => setRange({ value: detail.value, chosenAt: Date.now() })}
              relativeOptions={relativeRanges}
              placeholder="Started at any time"
              isValidRange={(value) =>
                value?.type === 'absolute' && (value.startDate === '' || value.endDate === '' || value.startDate >= value.endDate)
                  ? { valid: false, errorMessage: 'Choose a start and an end after it.' }
                  : { valid: true }
              }
              i18nStrings={{ formatRelativeRange: ({ amount, unit }) => `Last ${amount} ${unit}${amount === 1 ? '' : 's'}`, ariaLabel: 'When the executions started' }}
            />
          </SpaceBetween>
        }
        pagination={
          <Pagination
            currentPageIndex={page + 1}
            pagesCount={Math.max(1, pages.length)}
            openEnd={executions.hasNextPage}
            disabled={executions.isFetchingNextPage}
            onChange={({ detail }) => turnTo(detail.currentPageIndex - 1)}
            ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (number) => `Page ${number}` }}
          />
        }
        footer={
          shown?.next !== undefined && isFiltered && shown.examinedTo !== undefined ? (
            <Box textAlign="center" color="text-body-secondary">
              Looked through the executions that started since {formatMoment(shown.examinedTo)}. The next page goes on from there.
            </Box>
          ) : undefined
        }
      />
    </SpaceBetween>
  );
}

function emptyWords(isFiltered: boolean, isMore: boolean): string {
  if (isMore) {
    return 'None of those looked through so far. The next page goes on.';
  }

  return isFiltered ? 'No execution is like that.' : 'There are no executions yet.';
}
