import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { TaskStatusIndicator } from '../../tasks/TaskStatusIndicator.tsx';
import { noFilter } from '../tasks/taskFilter.ts';
import { useTaskList } from '../tasks/useTaskList.ts';

const pageSize = 50;

/** The orders, as the tasks that follow them say. An order has a record once its workflow has placed it. */
export function OrdersPage() {
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const pages = useCursorPages(text);
  const { data, error, isPending, refetch } = useTaskList({ ...noFilter, kinds: ['order'], text: text.trim() === '' ? undefined : text.trim() }, pageSize, pages.cursor);
  const [typed, setTyped] = useState(text);
  const [orderId, setOrderId] = useState('');
  const navigate = useNavigate();
  return (
    <Page
      title="Orders"
      description="Every order with its record: lines, payment, shipping and what has happened to it."
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (orderId.trim() !== '') {
                void navigate(addressOf.order(orderId.trim()));
              }
            }}
          >
            <SpaceBetween direction="horizontal" size="xs">
              <Input value={orderId} placeholder="Order id" ariaLabel="Order id" onChange={({ detail }) => setOrderId(detail.value)} />
              <Button formAction="submit">Open</Button>
            </SpaceBetween>
          </form>
          <MayButton operation="submitOrder" variant="primary" onClick={() => void navigate(addressOf.newTask('order'))}>
            New order
          </MayButton>
        </SpaceBetween>
      }
    >
      <ProblemNotice error={error} header="The orders cannot be listed" onRetry={() => void refetch()} />
      <Table
        variant="full-page"
        ariaLabels={{ tableLabel: 'Orders' }}
        items={data?.data.items ?? []}
        trackBy="id"
        wrapLines
        loading={isPending}
        loadingText="Asking for the orders"
        empty={text === '' ? 'There are no orders yet.' : 'No order is like that.'}
        filter={
          <TextFilter
            filteringText={typed}
            filteringPlaceholder="Find orders by id, title or owner"
            filteringAriaLabel="Find orders"
            onChange={({ detail }) => setTyped(detail.filteringText)}
            onDelayedChange={({ detail }) => setSearch(detail.filteringText === '' ? {} : { text: detail.filteringText }, { replace: true })}
          />
        }
        pagination={<CursorPagination pages={pages} next={data?.data.next} />}
        columnDefinitions={[
          {
            id: 'order',
            header: 'Order',
            isRowHeader: true,
            minWidth: 180,
            cell: ({ subjectId }) => (subjectId ? <RouterLink href={addressOf.order(subjectId)}><BoundedText>{subjectId}</BoundedText></RouterLink> : 'Not placed yet'),
          },
          { id: 'status', header: 'Status of the task', minWidth: 150, cell: ({ status }) => <TaskStatusIndicator status={status} /> },
          { id: 'task', header: 'Task', minWidth: 200, cell: ({ id, title }) => <RouterLink href={addressOf.task(id)}><BoundedText>{title}</BoundedText></RouterLink> },
          { id: 'failure', header: 'Failure', cell: ({ failure }) => <BoundedText>{failure?.error ?? '-'}</BoundedText> },
          { id: 'owner', header: 'Owner', cell: ({ owner }) => <BoundedText>{owner}</BoundedText> },
          { id: 'created', header: 'Created', minWidth: 130, cell: ({ createdAt }) => formatMoment(createdAt) },
          { id: 'updated', header: 'Last change', minWidth: 130, cell: ({ updatedAt }) => formatMoment(updatedAt) },
        ]}
      />
    </Page>
  );
}
