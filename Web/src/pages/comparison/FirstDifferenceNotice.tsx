import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { FirstDifference } from '../../history/comparison.ts';
import { stepPath } from '../../history/stepPath.ts';
import { differenceWords } from './differenceWords.ts';

/** Where the two part for the first time. */
export function FirstDifferenceNotice({ first }: { first: FirstDifference | undefined }) {
  if (first === undefined) {
    return (
      <Alert type="success" header="The two are alike">
        Both were given the same, went through the same states with the same data, and ended alike.
      </Alert>
    );
  }

  const { line, difference } = first;
  const step = line?.left ?? line?.right;
  const where = step === undefined ? 'What the executions were given' : stepPath(step);
  return (
    <Alert type="info" header={`First difference: ${where}`}>
      {differenceWords(difference)}
      {(difference.left !== undefined || difference.right !== undefined) && difference.what !== 'taken' && (
        <div className="difference-values">
          <DifferentValue side="Left" value={difference.left} />
          <DifferentValue side="Right" value={difference.right} />
        </div>
      )}
    </Alert>
  );
}

function DifferentValue({ side, value }: { side: string; value: string | undefined }) {
  return (
    <div>
      <Box variant="awsui-key-label">{side}</Box>
      <Box variant="code">{value === undefined ? 'nothing' : shortened(value)}</Box>
    </div>
  );
}

function shortened(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)} …` : text;
}
