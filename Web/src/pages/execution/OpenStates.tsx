import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { OpenStatesTable } from './OpenStatesTable.tsx';
import type { Look } from './useExecutionAddress.ts';
import { useMoment } from './useMoment.ts';

interface Props {
  arn: string;
  fact: number;
  look: Look;
}

/** The states that the execution was in after a fact, as the server works them out. */
export function OpenStates({ arn, fact, look }: Props) {
  const { data, error, isPending } = useMoment(arn, fact);
  return error === null ? (
    <OpenStatesTable states={data?.states ?? []} isLoading={isPending} look={look} />
  ) : (
    <ProblemNotice error={error} header="The states of this moment cannot be shown" />
  );
}
