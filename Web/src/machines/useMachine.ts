import { useQuery } from '@tanstack/react-query';
import { ApiFailure } from '../api/failure.ts';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import { useMachines } from './useMachines.ts';

/** A state machine as it is now, by the name that is in the page's address. */
export function useMachine(name: string) {
  const machines = useMachines();
  const arn = machines.data?.find((machine) => machine.name === name)?.stateMachineArn;
  const machine = useQuery({
    queryKey: queryKeys.machine(name),
    enabled: machines.data !== undefined,
    queryFn: ({ signal }) => {
      if (arn === undefined) {
        throw new ApiFailure(`There is no state machine '${name}'.`, 404, 'StateMachineDoesNotExist');
      }

      return stepFunctions('DescribeStateMachine', { stateMachineArn: arn }, signal);
    },
  });
  return { ...machine, error: machines.error ?? machine.error };
}
