import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { DeadEvents } from './DeadEvents.tsx';
import { DeliveryIndicator } from './DeliveryIndicator.tsx';
import { eventCount, machineWords, statusWords, targetWords } from './subscriptionWords.ts';
import { useSubscriptions } from './useSubscriptions.ts';

/** A subscription to status-change events, and those of its events that were given up. */
export function SubscriptionPage() {
  const name = useNameInPath('name');
  const { data, error, refetch } = useSubscriptions();
  const subscription = data?.find((each) => each.name === name);
  return (
    <Page title={name} crumbs={[{ text: 'Event subscriptions', href: addressOf.subscriptions() }]}>
      <Guarded operation="listEventSubscriptions">
        <ProblemNotice error={error} header="The subscription cannot be shown" onRetry={() => void refetch()} />
        {data !== undefined && subscription === undefined && (
          <Alert type="info" header="There is no such subscription in the settings">
            What was given up for one of that name is kept for a while, but there is nobody to deliver it to.
          </Alert>
        )}
        {subscription !== undefined && (
          <Container header={<Header variant="h2">Details</Header>}>
            <KeyValuePairs
              columns={3}
              minColumnWidth={200}
              items={[
                { label: 'Deliveries', value: <DeliveryIndicator subscription={subscription} /> },
                { label: 'Waiting', value: eventCount(subscription.pending) },
                { label: 'Waiting since', value: formatMoment(subscription.oldestPending) },
                { label: 'Goes to', value: targetWords(subscription) },
                { label: 'State machines', value: machineWords(subscription) },
                { label: 'Statuses', value: statusWords(subscription) },
                ...(subscription.pattern ? [{ label: 'Pattern', value: <JsonBlock value={subscription.pattern} label="Pattern" /> }] : []),
              ]}
            />
          </Container>
        )}
        <DeadEvents name={name} isThere={subscription !== undefined} />
      </Guarded>
    </Page>
  );
}
