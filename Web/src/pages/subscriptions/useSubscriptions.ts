import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/permissions.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';

/** The subscriptions to status-change events with how their deliveries get on; asked again every few seconds. */
export function useSubscriptions() {
  const may = useMay('listEventSubscriptions');
  return useQuery({
    queryKey: queryKeys.subscriptions,
    queryFn: async ({ signal }) => (await content(rest.GET('/api/v1/event-subscriptions', { signal }))).items,
    enabled: may.allowed,
    refetchInterval: 5_000,
  });
}
