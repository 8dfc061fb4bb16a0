import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';
import type { StateMachineListItem } from '../api/wire/machines.ts';

const pageSize = 1000;

/** All state machines by name. */
export function useMachines() {
  return useQuery({ queryKey: queryKeys.machines, queryFn: ({ signal }) => allMachines(signal) });
}

async function allMachines(signal: AbortSignal): Promise<readonly StateMachineListItem[]> {
  const machines: StateMachineListItem[] = [];
  let nextToken: string | undefined;
  do {
    const page = await stepFunctions('ListStateMachines', { maxResults: pageSize, ...(nextToken === undefined ? {} : { nextToken }) }, signal);
    machines.push(...page.stateMachines);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);

  return machines.sort((a, b) => a.name.localeCompare(b.name));
}
