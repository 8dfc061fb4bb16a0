import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import type { StateMachineListItem } from '../../api/wire/machines.ts';
import { machineMetrics } from '../../machines/machineMetrics.ts';
import { formatCount } from '../../shell/format.ts';

interface MachineCountProps {
  readonly machine: StateMachineListItem;
  readonly count: 'running' | 'succeeded' | 'failed';
}

const hours = 24;
const freshFor = 10_000;

/** One count of a machine's executions of the last day. The cells of a row ask once. Nothing is kept of EXPRESS executions, so there is none. */
export function MachineCount({ machine: { name, stateMachineArn, type }, count }: MachineCountProps) {
  const { data } = useQuery({
    queryKey: [...queryKeys.machine(name), 'counts'],
    queryFn: ({ signal }) => machineMetrics(stateMachineArn, hours, 1, signal),
    enabled: type === 'STANDARD',
    staleTime: freshFor,
  });
  return data === undefined ? '-' : `${formatCount(data[count])}${data.isComplete ? '' : '+'}`;
}
