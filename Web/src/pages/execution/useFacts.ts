import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';

export type Fact = Schema<'Fact'>;

const pageSize = 1000;

/** The facts of an execution, as far as they have been fetched: all there are, page by page, and those that come while it runs. */
export function useFacts(executionArn: string, newestFact: number, isWanted: boolean) {
  const { data, error, isFetching, isError, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...queryKeys.execution(executionArn), 'facts'],
    initialPageParam: -1,
    queryFn: ({ pageParam, signal }) =>
      content(
        rest.GET('/api/v1/executions/{arn}/facts', {
          params: { path: { arn: executionArn }, query: { limit: pageSize, ...(pageParam < 0 ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: (last, _pages, lastParam) => last.items.at(-1)?.index ?? lastParam,
    enabled: isWanted,
    refetchOnWindowFocus: false,
  });
  const facts = useMemo(() => data?.pages.flatMap(page => page.items) ?? [], [data]);
  const isBehind = data !== undefined && facts.length <= newestFact;

  useEffect(() => {
    if (isWanted && isBehind && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [isWanted, isBehind, isFetching, isError, fetchNextPage]);

  return { facts, isBehind: isBehind || data === undefined, error, refetch };
}
