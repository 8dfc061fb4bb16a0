import Box from '@cloudscape-design/components/box';
import Steps from '@cloudscape-design/components/steps';
import type { Schema } from '../../api/rest.ts';
import { formatPreciseMoment } from '../../shell/format.ts';
import { lookOfPast, orderStatuses } from './orderWords.ts';

/** Every status an order has had, oldest first. */
export function OrderTimeline({ history }: { history: readonly Schema<'OrderChange'>[] }) {
  return (
    <Steps
      ariaLabel="Timeline of the order"
      steps={history.map(({ status, at, note }, index) => ({
        status: index === history.length - 1 ? orderStatuses[status].look : lookOfPast(status),
        statusIconAriaLabel: index === history.length - 1 ? 'Now' : 'Before',
        header: (
          <span>
            <b>{orderStatuses[status].text}</b> <Box variant="small">{formatPreciseMoment(at)}</Box>
          </span>
        ),
        details: note ?? undefined,
      }))}
    />
  );
}
