import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
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
import { OrderLines } from './OrderLines.tsx';
import { OrderTimeline } from './OrderTimeline.tsx';
import { orderStatuses } from './orderWords.ts';
import { ShippingPanel } from './ShippingPanel.tsx';

/** The record of one order. */
export function OrderPage() {
  const id = useNameInPath('id');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.order(id),
    queryFn: (context) => unlessKnown(context, (header) => rest.GET('/api/v1/orders/{id}', { params: { path: { id }, header }, signal: context.signal })),
    refetchInterval: 3_000,
  });
  const order = data?.data;
  return (
    <Page title={`Order ${id}`} crumbs={[{ text: 'Orders', href: '/orders' }]}>
      <ProblemNotice error={error} header="The order cannot be shown" onRetry={() => void refetch()} />
      {isPending && <Spinner size="large" />}
      {order && (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">Summary</Header>}>
            <KeyValuePairs
              columns={4}
              minColumnWidth={180}
              items={[
                { label: 'Status', value: <StatusIndicator type={orderStatuses[order.status].look}>{orderStatuses[order.status].text}</StatusIndicator> },
                { label: 'Total', value: formatMoney(order.total, order.currency) },
                { label: 'Customer', value: order.customerId ?? '-' },
                { label: 'Task', value: order.taskId ? <RouterLink href={addressOf.task(order.taskId)}>{order.taskId}</RouterLink> : '-' },
                { label: 'Payment method', value: order.paymentMethod ?? '-' },
                { label: 'Charge', value: order.chargeId ?? '-' },
                { label: 'Placed', value: formatMoment(order.placedAt) },
                { label: 'Last change', value: formatMoment(order.updatedAt) },
                ...(order.heldUntil && order.status === 'Placed' ? [{ label: 'Stock held until', value: formatMoment(order.heldUntil) }] : []),
              ]}
            />
          </Container>
          <Container header={<Header variant="h2">Timeline</Header>}>
            <OrderTimeline history={order.history} />
          </Container>
          <OrderLines order={order} />
          <ShippingPanel order={order} />
        </SpaceBetween>
      )}
    </Page>
  );
}
