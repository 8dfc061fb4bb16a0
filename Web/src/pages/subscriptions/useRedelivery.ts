import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { done, rest } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { useNotify } from '../../shell/useNotify.ts';

/** Has events that were given up delivered after all, one after the other, in the order in which they happened. It ends with the first that is refused. */
export function useRedelivery(name: string, onDone: () => void) {
  const notify = useNotify();
  const queries = useQueryClient();
  return useDeed({
    mutationFn: async (latestFirst: readonly string[]) => {
      for (const id of latestFirst.toReversed()) {
        await done(rest.POST('/api/v1/event-subscriptions/{name}/dead-events/{id}/redeliver', { params: { path: { name, id } } }));
      }
    },
    onSuccess: (_, { length }) => {
      notify({ type: 'success', header: length === 1 ? 'The event waits to be delivered' : `${length} events wait to be delivered` });
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.subscriptions }),
  });
}
