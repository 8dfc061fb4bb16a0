import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../api/everyPage.ts';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import type { PublishedVersion, StateMachine } from '../api/wire/machines.ts';

const pageSize = 1000;

/** The versions of a state machine, the newest first. */
export function useVersions({ name, stateMachineArn }: Pick<StateMachine, 'name' | 'stateMachineArn'>) {
  return useQuery({
    queryKey: queryKeys.versions(name),
    queryFn: ({ signal }) =>
      everyPage<PublishedVersion>(async (token) => {
        const { stateMachineVersions, nextToken } = await stepFunctions('ListStateMachineVersions', { stateMachineArn, maxResults: pageSize, ...token }, signal);
        return { items: stateMachineVersions, nextToken };
      }),
  });
}
