import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import { addressOf, ownMachine } from '../../shell/addresses.ts';
import { Page } from '../../shell/Page.tsx';
import type { ExecutionArn } from './executionArn.ts';

interface Props {
  arn: string;
  /** What the ARN says; undefined if it is no ARN of an execution. */
  read: ExecutionArn | undefined;
}

/** Says why there is no execution to be seen: EXPRESS ones leave nothing, others were deleted or never were. */
export function AbsentExecution({ arn, read }: Props) {
  const navigate = useNavigate();
  const toMachine = read && <Button onClick={() => void navigate(addressOf.machine(read.machine))}>Go to the state machine</Button>;
  return (
    <Page title={read?.name ?? 'Execution'} crumbs={read === undefined ? [] : [{ text: 'State machines', href: '/machines' }, { text: ownMachine(read.machine), href: addressOf.machine(read.machine) }]}>
      {read?.isExpress === true ? (
        <Alert type="info" header="An EXPRESS execution leaves no history" action={toMachine}>
          <Box variant="p">
            Executions of EXPRESS state machines are carried out in memory: what they answered is known to whoever started them, and nothing of them is kept. Start it
            synchronously from the state machine’s page to see its output, or switch on logging for the state machine to keep its events.
          </Box>
        </Alert>
      ) : (
        <Alert type="warning" header={read === undefined ? 'This is no ARN of an execution' : 'There is no such execution'} action={toMachine}>
          <Box variant="p">
            {read === undefined
              ? 'Expected arn:aws:states:region:account:execution:state-machine:name.'
              : 'It may have been deleted with its state machine or by the retention sweep, it may belong to somebody else, or it never was.'}
          </Box>
        </Alert>
      )}
      <Box color="text-body-secondary">
        <Box variant="code">{arn}</Box>
      </Box>
    </Page>
  );
}
