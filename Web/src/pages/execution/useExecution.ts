import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';

export type ExecutionView = Schema<'Execution'>;

/** What stands about an execution beside its history. Asked again when `changes` has another value: it says what has become of it. */
export function useExecution(executionArn: string, changes = '') {
  return useQuery({
    queryKey: [...queryKeys.execution(executionArn), 'view', changes],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/executions/{arn}', { params: { path: { arn: executionArn } }, signal })),
    placeholderData: previous => previous,
  });
}
