import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import { addressOf } from '../../shell/addresses.ts';
import { BoundedText } from '../../shell/BoundedText.tsx';
import { formatCount, formatMoment } from '../../shell/format.ts';
import { Guarded } from '../../shell/Guarded.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { DeliveryIndicator } from './DeliveryIndicator.tsx';
import { eventCount, machineWords, statusWords, targetWords } from './subscriptionWords.ts';
import { useSubscriptions } from './useSubscriptions.ts';

/** Who is told what becomes of executions, and whether it reaches them. */
export function SubscriptionsPage() {
  const { data, error, isPending, refetch } = useSubscriptions();
  return (
    <Page
      title="Event subscriptions"
      description="Who is told when a STANDARD execution begins or ends. They are in the server's settings, under StatusEvents and EventRules."
      {...(data === undefined ? {} : { counter: `(${formatCount(data.length)})` })}
    >
      <Guarded operation="listEventSubscriptions">
        <ProblemNotice error={error} header="The subscriptions cannot be listed" onRetry={() => void refetch()} />
        <Table
          variant="full-page"
          ariaLabels={{ tableLabel: 'Event subscriptions' }}
          items={data ?? []}
          trackBy="name"
          wrapLines
          loading={isPending}
          loadingText="Asking for the subscriptions"
          empty="Nobody has subscribed: there is nothing under StatusEvents or EventRules in the settings."
          columnDefinitions={[
            {
              id: 'name',
              header: 'Subscription',
              isRowHeader: true,
              minWidth: 170,
              cell: ({ name }) => <RouterLink href={addressOf.subscription(name)}><BoundedText>{name}</BoundedText></RouterLink>,
            },
            { id: 'target', header: 'Goes to', minWidth: 190, cell: (subscription) => <BoundedText>{targetWords(subscription)}</BoundedText> },
            {
              id: 'about',
              header: 'About',
              minWidth: 190,
              cell: (subscription) => (
                <>
                  <div><BoundedText>{machineWords(subscription)}</BoundedText></div>
                  <Box variant="small">
                    {statusWords(subscription)}
                    {subscription.pattern && ', like a pattern'}
                  </Box>
                </>
              ),
            },
            { id: 'state', header: 'Deliveries', minWidth: 220, cell: (subscription) => <DeliveryIndicator subscription={subscription} /> },
            {
              id: 'pending',
              header: 'Waiting',
              minWidth: 130,
              cell: ({ pending, oldestPending }) => (
                <>
                  <div>{eventCount(pending)}</div>
                  {oldestPending && <Box variant="small">since {formatMoment(oldestPending)}</Box>}
                </>
              ),
            },
            {
              id: 'dead',
              header: 'Given up',
              minWidth: 110,
              cell: ({ name, dead }) => (dead === 0 ? '0' : <RouterLink href={addressOf.subscription(name)}>{eventCount(dead)}</RouterLink>),
            },
          ]}
        />
      </Guarded>
    </Page>
  );
}
