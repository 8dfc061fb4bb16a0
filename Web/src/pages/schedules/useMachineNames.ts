import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';

/** The names of the state machines there are, as suggestions: a caller who may not list them just gets none. */
export function useMachineNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: [...queryKeys.machines, 'names'],
    queryFn: async ({ signal }) => (await stepFunctions('ListStateMachines', { maxResults: 1000 }, signal)).stateMachines.map(({ name }) => name),
  });
  return data ?? [];
}
