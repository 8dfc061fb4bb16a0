import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import { fetchHistory } from './fetchHistory.ts';

/** One of the two executions: what stands about it, and its history. */
export interface ComparedExecution {
  readonly view: Schema<'Execution'>;
  readonly history: ExecutionHistory;
}

export function useComparedExecution(executionArn: string) {
  return useQuery({
    queryKey: [...queryKeys.execution(executionArn), 'compared'],
    queryFn: async ({ signal }): Promise<ComparedExecution> => {
      const [view, history] = await Promise.all([
        content(rest.GET('/api/v1/executions/{arn}', { params: { path: { arn: executionArn } }, signal })),
        fetchHistory(executionArn, signal),
      ]);
      return { view, history };
    },
    // A history is large and grows in place: not shared piece by piece with the one before.
    structuralSharing: false,
    staleTime: 0,
  });
}
