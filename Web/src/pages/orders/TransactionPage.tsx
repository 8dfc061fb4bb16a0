import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { rest } from '../../api/rest.ts';
import { unlessKnown } from '../../api/unlessKnown.ts';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { formatMoney } from '../../tasks/formatMoney.ts';
import { capitalised } from '../../tasks/taskWords.ts';

/** The record of a purchase or refund, and its receipt. */
export function TransactionPage() {
  const id = useNameInPath('id');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.transaction(id),
    queryFn: (context) => unlessKnown(context, (header) => rest.GET('/api/v1/transactions/{id}', { params: { path: { id }, header }, signal: context.signal })),
    refetchInterval: 5_000,
  });
  const record = data?.data;
  return (
    <Page title={`Transaction ${id}`} crumbs={[{ text: 'Tasks', href: '/tasks' }]}>
      <ProblemNotice error={error} header="The transaction cannot be shown" onRetry={() => void refetch()} />
      {isPending && <Spinner size="large" />}
      {record?.error && (
        <Alert type="error" header={record.error}>
          {record.cause ?? 'No cause was given.'}
        </Alert>
      )}
      {record && (
        <Container header={<Header variant="h2">{capitalised(record.kind)}</Header>}>
          <KeyValuePairs
            columns={4}
            minColumnWidth={180}
            items={[
              { label: 'Status', value: <StatusIndicator type={record.error ? 'error' : 'success'}>{record.status}</StatusIndicator> },
              { label: 'Amount', value: formatMoney(record.amount, record.currency) },
              { label: 'Account', value: record.accountId ?? '-' },
              { label: 'Task', value: record.taskId ? <RouterLink href={addressOf.task(record.taskId)}>{record.taskId}</RouterLink> : '-' },
              { label: 'Order', value: record.orderId ? <RouterLink href={addressOf.order(record.orderId)}>{record.orderId}</RouterLink> : '-' },
              {
                label: 'Pays back',
                value: record.originalTransactionId ? <RouterLink href={addressOf.transaction(record.originalTransactionId)}>{record.originalTransactionId}</RouterLink> : '-',
              },
              { label: 'Reason', value: record.reason ?? '-' },
              { label: 'Note', value: record.note ?? '-' },
              { label: 'Failures', value: String(record.failures) },
              { label: 'Settlement', value: record.settlementId ?? '-' },
              { label: 'Settled', value: formatMoment(record.settledAt) },
              { label: 'Recorded', value: formatMoment(record.createdAt) },
              { label: 'Last change', value: formatMoment(record.updatedAt) },
            ]}
          />
        </Container>
      )}
    </Page>
  );
}
