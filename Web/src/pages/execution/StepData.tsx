import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useContext } from 'react';
import { StageList } from '../../dataFlow/StageList.tsx';
import type { Step } from '../../history/step.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { dataStages } from './dataStages.ts';
import { FromFileContext } from './fromFile.ts';
import type { ShownExecution } from './shownExecution.ts';
import { toldStages } from './toldStages.ts';
import { useDataFlow } from './useDataFlow.ts';
import type { ExecutionView } from './useExecution.ts';
import { useRemembered } from './useRemembered.ts';

interface Props {
  view: ExecutionView;
  shown: ShownExecution;
  step: Step;
}

/** The data on its way through a step: what came in, what each field of the state made of it, what went out. */
export function StepData({ view, shown, step }: Props) {
  const [isWhole, setWhole] = useRemembered<boolean>('everyStage', true, value => typeof value === 'boolean');
  // While a step of the past was under way, its later stages had not come to be yet.
  const isUnderWay = shown.past !== undefined && step.status === 'inProgress';
  const isFromFile = useContext(FromFileContext);
  const { data, error, refetch } = useDataFlow(view.executionArn, step, isWhole && !isUnderWay && !isFromFile);
  const inspected = isFromFile ? toldStages(view.definition, shown.history, step) : data?.inspectionData;
  const stages = dataStages(step, isWhole && !isUnderWay ? (inspected ?? {}) : {});
  return (
    <SpaceBetween size="m">
      <Toggle checked={isWhole} onChange={({ detail }) => setWhole(detail.checked)}>
        Every stage
      </Toggle>
      <ProblemNotice error={error} header="The stages cannot be shown" onRetry={() => void refetch()} />
      <StageList stages={stages} nothing={step.status === 'inProgress' ? 'The step has not ended.' : 'The step ended without an output.'} />
    </SpaceBetween>
  );
}
