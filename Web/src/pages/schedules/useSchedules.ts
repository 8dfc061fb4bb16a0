import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, tagged, type Schema } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { draftOf, enteredOf } from './scheduleDraft.ts';

/** All schedules. */
export function useSchedules() {
  return useQuery({
    queryKey: queryKeys.schedules,
    queryFn: ({ signal }) => content(rest.GET('/api/v1/schedules', { signal })),
    refetchInterval: 5_000,
  });
}

/** One schedule with its version. */
export function useSchedule(name: string) {
  return useQuery({
    queryKey: queryKeys.schedule(name),
    queryFn: ({ signal }) => tagged(rest.GET('/api/v1/schedules/{name}', { params: { path: { name } }, signal })),
    refetchInterval: 5_000,
  });
}

/** Turns a schedule on or off, as it is at this moment: nobody else's change is overwritten. */
export function useSwitch(onSuccess: (schedule: Schema<'Schedule'>) => void, onError: (error: Error) => void) {
  const queries = useQueryClient();
  return useDeed({
    mutationFn: async ({ name, enabled }: { name: string; enabled: boolean }) => {
      const path = { name };
      const { data, etag } = await tagged(rest.GET('/api/v1/schedules/{name}', { params: { path } }));
      return content(rest.PUT('/api/v1/schedules/{name}', { params: { path, header: { 'If-Match': etag } }, body: draftOf({ ...enteredOf(data), enabled }) }));
    },
    onSuccess,
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.schedules }),
  });
}
