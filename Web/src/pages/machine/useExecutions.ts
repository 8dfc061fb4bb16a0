import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import type { ExecutionSearch } from '../../machines/executionSearch.ts';
import { searchExecutions } from '../../machines/executionSearch.ts';

const pageSize = 25;
const whileSomeRun = 2_000;
const whileNoneRun = 10_000;

/**
 * The executions of a machine, page by page. Asked for again every few seconds while the page is looked at, sooner
 * while some of those that are shown run.
 */
export function useExecutions(machine: string, search: ExecutionSearch) {
  return useInfiniteQuery({
    queryKey: queryKeys.executionList({ machine, ...search }),
    queryFn: ({ pageParam, signal }) => searchExecutions(machine, search, pageSize, pageParam === '' ? undefined : pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'RUNNING')) === true ? whileSomeRun : whileNoneRun),
  });
}
