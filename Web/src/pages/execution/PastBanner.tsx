import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { formatPreciseMoment } from '../../shell/format.ts';
import { factWords } from './factWords.ts';
import type { ShownExecution } from './shownExecution.ts';

interface Props {
  shown: ShownExecution;
  onReturn: () => void;
}

/** Says that what is shown is how the execution was, not how it is. */
export function PastBanner({ shown, onReturn }: Props) {
  const fact = shown.past;
  return fact === undefined ? null : (
    <Alert type="info" header="You are looking at the past" action={<Button onClick={onReturn}>Back to now</Button>}>
      The execution as it was on {formatPreciseMoment(fact.at)}, after fact {fact.index + 1}: {factWords(fact)}.
    </Alert>
  );
}
