import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../api/everyPage.ts';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import type { Alias, CreatedAlias, StateMachine } from '../api/wire/machines.ts';

const pageSize = 1000;

/** The aliases of a state machine, with where each leads. There are at most a hundred. */
export function useAliases({ name, stateMachineArn }: Pick<StateMachine, 'name' | 'stateMachineArn'>) {
  return useQuery({
    queryKey: queryKeys.aliases(name),
    queryFn: async ({ signal }): Promise<Alias[]> => {
      const listed = await everyPage<CreatedAlias>(async (token) => {
        const { stateMachineAliases, nextToken } = await stepFunctions('ListStateMachineAliases', { stateMachineArn, maxResults: pageSize, ...token }, signal);
        return { items: stateMachineAliases, nextToken };
      });
      return Promise.all(listed.map(({ stateMachineAliasArn }) => stepFunctions('DescribeStateMachineAlias', { stateMachineAliasArn }, signal)));
    },
  });
}
