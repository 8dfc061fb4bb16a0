import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { rest } from '../../api/rest.ts';
import { unlessKnown } from '../../api/unlessKnown.ts';
import { listParameters, type TaskFilter } from './taskFilter.ts';

const milliseconds = 3_000;

/** A page of the list of tasks, looked at again every few seconds while the window is seen. */
export function useTaskList(filter: TaskFilter, limit: number, cursor: string | undefined) {
  const query = { ...listParameters(filter), limit, cursor };
  return useQuery({
    queryKey: queryKeys.taskList(query),
    queryFn: (context) => unlessKnown(context, (header) => rest.GET('/api/v1/tasks', { params: { query, header }, signal: context.signal })),
    refetchInterval: milliseconds,
    placeholderData: keepPreviousData,
  });
}
