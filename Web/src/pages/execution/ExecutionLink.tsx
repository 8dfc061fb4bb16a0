import { useContext } from 'react';
import { addressOf } from '../../shell/addresses.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { readExecutionArn } from './executionArn.ts';
import { FromFileContext } from './fromFile.ts';

interface Props {
  arn: string;
  /** What goes before the name: `Parent`. */
  words?: string;
}

/** The way to another execution, by its state machine and name; only its name where this server may not know it. */
export function ExecutionLink({ arn, words }: Props) {
  const isFromFile = useContext(FromFileContext);
  const read = readExecutionArn(arn);
  const name = read === undefined ? arn : `${read.machine} / ${read.name}`;
  const text = words === undefined ? name : `${words}: ${name}`;
  return isFromFile ? <span className="arn">{text}</span> : <RouterLink href={addressOf.execution(arn)}>{text}</RouterLink>;
}
