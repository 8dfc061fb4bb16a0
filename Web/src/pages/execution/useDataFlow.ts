import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import type { Step } from '../../history/step.ts';

export type DataFlow = Schema<'DataFlow'>;

/** The stages of the data of a visit to a state; asked again whenever the step has come further. */
export function useDataFlow(executionArn: string, step: Step, isWanted: boolean) {
  return useQuery({
    queryKey: [...queryKeys.execution(executionArn), 'data-flow', step.id, step.status, step.events.length],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/executions/{arn}/events/{id}/data-flow', { params: { path: { arn: executionArn, id: step.id } }, signal })),
    enabled: isWanted,
    staleTime: Infinity,
  });
}
