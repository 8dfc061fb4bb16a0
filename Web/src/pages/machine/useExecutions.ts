import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import type { Schema } from '../../api/rest.ts';
import type { ExecutionSearch } from '../../machines/executionSearch.ts';
import { searchExecutions } from '../../machines/executionSearch.ts';
import { untilSome } from '../../machines/untilSome.ts';

const pageSize = 25;
const whileSomeRun = 2_000;
const whileNoneRun = 10_000;
const afterLongSearch = 60_000;
/** The server looks at more than so many executions only where a filter leaves few of them. */
const longSearch = 2_000;

/**
 * The executions of a machine, page by page; a page that a search leaves empty is passed over. Asked for again every few seconds while
 * the page is looked at, sooner while some of those that are shown run, and seldom where the server had to look at many to find them.
 */
export function useExecutions(machine: string, search: ExecutionSearch) {
  return useInfiniteQuery({
    queryKey: queryKeys.executionList({ machine, ...search }),
    queryFn: ({ pageParam, signal }) => untilSome(pageParam === '' ? undefined : pageParam, cursor => searchExecutions({ stateMachine: machine }, search, pageSize, cursor, signal)),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pauseBetween(state.data?.pages ?? []),
  });
}

function pauseBetween(pages: readonly Schema<'ExecutionPage'>[]): number {
  if (pages.reduce((sum, { examined }) => sum + examined, 0) > longSearch) {
    return afterLongSearch;
  }

  return pages.some(({ items }) => items.some(({ status }) => status === 'RUNNING')) ? whileSomeRun : whileNoneRun;
}
