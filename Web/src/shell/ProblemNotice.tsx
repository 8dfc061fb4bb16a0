import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { ProblemText } from './ProblemText.tsx';

interface Props {
  error: unknown;
  /** What could not be done: `The execution cannot be shown`. */
  header: string;
  /** Asks again, if that makes sense. */
  onRetry?: () => void;
}

/** Says in the page that something went wrong. Shows nothing while `error` is null or undefined. */
export function ProblemNotice({ error, header, onRetry }: Props) {
  if (error === null || error === undefined) {
    return null;
  }
  return (
    <Alert type="error" header={header} action={onRetry && <Button onClick={onRetry}>Try again</Button>}>
      <ProblemText error={error} />
    </Alert>
  );
}
