import { addressOf } from '../../shell/addresses.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { readExecutionArn } from './executionArn.ts';

interface Props {
  arn: string;
  /** What goes before the name: `Parent`. */
  words?: string;
}

/** The way to another execution, by its state machine and name. */
export function ExecutionLink({ arn, words }: Props) {
  const read = readExecutionArn(arn);
  const name = read === undefined ? arn : `${read.machine} / ${read.name}`;
  return <RouterLink href={addressOf.execution(arn)}>{words === undefined ? name : `${words}: ${name}`}</RouterLink>;
}
