import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';

/** The execution exactly as it was after a fact, worked out by the server from the facts themselves. */
export function useMoment(executionArn: string, fact: number) {
  return useQuery({
    queryKey: [...queryKeys.execution(executionArn), 'moment', fact],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/executions/{arn}/facts/{index}', { params: { path: { arn: executionArn, index: fact } }, signal })),
    placeholderData: previous => previous,
    staleTime: Infinity,
  });
}
