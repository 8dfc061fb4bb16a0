import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';
import { formatMoment } from '../../shell/format.ts';
import { deliveryState } from './subscriptionWords.ts';

/** How the deliveries get on, and what was wrong at last where they do not. */
export function DeliveryIndicator({ subscription }: { subscription: Schema<'EventSubscription'> }) {
  const { type, text } = deliveryState(subscription);
  const { lastSuccess, lastFailure, lastReason } = subscription;
  return (
    <>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      {type !== 'success' && lastFailure && (
        <Box variant="small" display="block">
          {formatMoment(lastFailure)}: {lastReason}
        </Box>
      )}
      {type === 'success' && lastSuccess && (
        <Box variant="small" display="block">
          last on {formatMoment(lastSuccess)}
        </Box>
      )}
    </>
  );
}
