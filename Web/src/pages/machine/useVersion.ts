import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';

/** A version as it was published. It never changes, so it is asked for once. */
export function useVersion(name: string, arn: string) {
  return useQuery({
    queryKey: queryKeys.version(name, arn),
    queryFn: ({ signal }) => stepFunctions('DescribeStateMachine', { stateMachineArn: arn }, signal),
    staleTime: Infinity,
  });
}
