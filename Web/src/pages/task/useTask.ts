import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { rest } from '../../api/rest.ts';
import { unlessKnown } from '../../api/unlessKnown.ts';
import { isEnd } from '../../tasks/taskWords.ts';

const whileUnderWay = 1_500;
const afterItsEnd = 10_000;

/** A task with its version, looked at again often while something is at work on it. */
export function useTask(id: string) {
  return useQuery({
    queryKey: queryKeys.task(id),
    queryFn: (context) => unlessKnown(context, (header) => rest.GET('/api/v1/tasks/{id}', { params: { path: { id }, header }, signal: context.signal })),
    refetchInterval: ({ state }) => (state.data !== undefined && !isEnd(state.data.data.status) ? whileUnderWay : afterItsEnd),
  });
}
