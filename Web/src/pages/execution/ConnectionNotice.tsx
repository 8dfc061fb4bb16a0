import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { SeenExecution } from './liveHistory.ts';

interface Props {
  seen: SeenExecution;
  onReconnect: () => void;
}

/** Says so when the page does not hear from the server: what it shows may be out of date. */
export function ConnectionNotice({ seen, onReconnect }: Props) {
  const wasOpen = seen.history.lastEventId > 0 || seen.status !== undefined;
  if (seen.connection === 'refused') {
    return (
      <Alert type="warning" header="The page is not live" action={<Button onClick={onReconnect}>Connect again</Button>}>
        The server does not tell this page what happens any more: the execution may have been deleted, or too many pages are open.
      </Alert>
    );
  }

  return seen.connection === 'waiting' && wasOpen ? (
    <Alert type="warning" header="Connecting again">
      The connection to the server was lost. What happened meanwhile is shown as soon as it answers.
    </Alert>
  ) : null;
}
