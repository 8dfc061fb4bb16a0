import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { Step } from '../../history/step.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { dataStages } from './dataStages.ts';
import { JsonBlock } from './JsonBlock.tsx';
import type { ShownExecution } from './shownExecution.ts';
import { useDataFlow } from './useDataFlow.ts';
import { useRemembered } from './useRemembered.ts';

interface Props {
  arn: string;
  shown: ShownExecution;
  step: Step;
}

/** The data on its way through a step: what came in, what each field of the state made of it, what went out. */
export function StepData({ arn, shown, step }: Props) {
  const [isWhole, setWhole] = useRemembered<boolean>('everyStage', true, value => typeof value === 'boolean');
  // While a step of the past was under way, its later stages had not come to be yet.
  const isUnderWay = shown.past !== undefined && step.status === 'inProgress';
  const { data, error, refetch } = useDataFlow(arn, step, isWhole && !isUnderWay);
  const stages = dataStages(step, isWhole && !isUnderWay ? data : undefined);
  return (
    <SpaceBetween size="m">
      <Toggle checked={isWhole} onChange={({ detail }) => setWhole(detail.checked)}>
        Every stage
      </Toggle>
      <ProblemNotice error={error} header="The stages cannot be shown" onRetry={() => void refetch()} />
      {stages.map(({ name, explanation, value, isSame }) => (
        <SpaceBetween size="xxs" key={name}>
          <strong>{name}</strong>
          <Box color="text-body-secondary" fontSize="body-s">
            {explanation}
          </Box>
          {isSame ? <Box color="text-body-secondary">As before.</Box> : <JsonBlock value={value} label={name} nothing={step.status === 'inProgress' ? 'The step has not ended.' : 'The step ended without an output.'} />}
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
