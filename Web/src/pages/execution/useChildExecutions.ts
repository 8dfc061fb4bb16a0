import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { searchExecutions, type ExecutionSearch } from '../../machines/executionSearch.ts';
import { untilSome } from '../../machines/untilSome.ts';

export type ChildStatus = NonNullable<ExecutionSearch['status']>[number];

const pageSize = 25;

/** A page of the child executions of a Map Run, of those that stand so or of all; one that this leaves empty is passed over. Asked for anew when the run has ended. */
export function useChildExecutions(mapRunArn: string, isOpen: boolean, status: ChildStatus | undefined, cursor: string | undefined) {
  const search = status === undefined ? {} : { status: [status] };
  return useQuery({
    queryKey: queryKeys.executionList({ mapRunArn, isOpen, ...search, cursor }),
    queryFn: ({ signal }) => untilSome(cursor, from => searchExecutions({ mapRun: mapRunArn }, search, pageSize, from, signal)),
    placeholderData: keepPreviousData,
  });
}
