import type { SelectProps } from '@cloudscape-design/components/select';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { serverNow } from '../../api/serverClock.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachineType } from '../../api/wire/machines.ts';
import { prettyJson } from '../../editor/prettyJson.ts';
import { searchExecutions } from '../../machines/executionSearch.ts';
import { freshSample, seedWorkflows } from '../../machines/seedWorkflows.ts';
import { formatMoment } from '../../shell/format.ts';

const sampleId = 'sample';
const earlierCount = 20;

/** The inputs that a new execution may begin with. */
export interface Inputs {
  readonly options: SelectProps.Options;
  /** The input to begin with; undefined while it is asked for, and where there is none. */
  readonly first: string | undefined;
  readonly error: unknown;
  readonly inputOf: (id: string) => Promise<string>;
}

/** Samples and earlier inputs of a machine. `from` is the one to begin with: `sample`, or an execution's ARN. */
export function useInputs(machine: string, type: StateMachineType, from: string): Inputs {
  const queries = useQueryClient();
  const [sample] = useState(() => sampleOf(machine));
  const earlier = useQuery({
    queryKey: queryKeys.executionList({ machine, inputs: earlierCount }),
    queryFn: ({ signal }) => searchExecutions({ stateMachine: machine }, {}, earlierCount, undefined, signal),
    enabled: type === 'STANDARD',
  });
  const first = useQuery({ ...inputQuery(from), enabled: from.startsWith('arn:') });

  const inputOf = async (id: string): Promise<string> => (id === sampleId ? (sample ?? '{}') : queries.query(inputQuery(id)));
  const executions = (earlier.data?.items ?? []).map(({ executionArn, name, startDate, status }) => ({
    value: executionArn,
    label: name,
    description: `${formatMoment(startDate)}, ${status.toLowerCase().replace('_', ' ')}`,
  }));
  return {
    options: [
      ...(sample === null ? [] : [{ value: sampleId, label: 'Sample', description: 'An input that this workflow is shipped with' }]),
      ...(executions.length === 0 ? [] : [{ label: 'Earlier executions', options: executions }]),
    ],
    first: from === sampleId ? (sample ?? undefined) : first.data === undefined ? undefined : prettyJson(first.data),
    error: first.error,
    inputOf,
  };
}

function inputQuery(executionArn: string) {
  return {
    queryKey: [...queryKeys.execution(executionArn), 'input'],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => (await stepFunctions('DescribeExecution', { executionArn }, signal)).input ?? '{}',
  };
}

function sampleOf(machine: string): string | null {
  const sample = seedWorkflows.find(({ name }) => name === machine)?.sample ?? null;
  return sample === null ? null : freshSample(sample, new Date(serverNow()), Math.floor(Math.random() * 10_000));
}
