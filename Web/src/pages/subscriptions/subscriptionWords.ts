import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';
import { formatCount } from '../../shell/format.ts';

type Subscription = Schema<'EventSubscription'>;

/** Events are counted no further. */
const mostCounted = 10_000;

/** From so many failures in a row on, a receiver is tried with one event at a time. */
const slowedAfter = 5;

/** A count of events; one that was counted no further says so. */
export function eventCount(count: number): string {
  return count >= mostCounted ? `${formatCount(mostCounted)} or more` : formatCount(count);
}

/** How the deliveries of a subscription get on, as far as the process knows that was asked. */
export function deliveryState({ failuresInARow, lastSuccess, lastFailure }: Pick<Subscription, 'failuresInARow' | 'lastSuccess' | 'lastFailure'>): {
  type: StatusIndicatorProps.Type;
  text: string;
} {
  if (failuresInARow > 0) {
    return { type: failuresInARow >= slowedAfter ? 'error' : 'warning', text: failuresInARow === 1 ? 'The last attempt failed' : `The last ${formatCount(failuresInARow)} attempts failed` };
  }

  if (lastSuccess) {
    return { type: 'success', text: 'Delivering' };
  }

  return lastFailure ? { type: 'warning', text: 'Gave up the last event' } : { type: 'pending', text: 'Nothing sent yet' };
}

/** Where the events go: the beginning of a URL, or a queue. */
export function targetWords({ url, queue, isSigned }: Pick<Subscription, 'url' | 'queue' | 'isSigned'>): string {
  return queue ? `queue ${queue}` : `${url ?? '-'}${isSigned === true ? ', signed' : ', not signed'}`;
}

/** Which executions it is about. */
export function machineWords({ stateMachines }: Pick<Subscription, 'stateMachines'>): string {
  return stateMachines.length === 0 ? 'All state machines' : stateMachines.join(', ');
}

/** What these have to become. */
export function statusWords({ statuses }: Pick<Subscription, 'statuses'>): string {
  return statuses.length === 0 ? 'Every status' : statuses.join(', ');
}
