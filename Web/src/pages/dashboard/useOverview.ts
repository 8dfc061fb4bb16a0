import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';

/** How things stand altogether, over the last so many hours. */
export function useOverview(hours: number) {
  return useQuery({
    queryKey: [...queryKeys.overview, hours],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/overview', { params: { query: { hours } }, signal })),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
}
