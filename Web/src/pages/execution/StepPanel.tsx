import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs, { type TabsProps } from '@cloudscape-design/components/tabs';
import { useContext } from 'react';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import type { Step } from '../../history/step.ts';
import { CauseText } from '../../shell/CauseText.tsx';
import { TestStateButton } from '../../testState/TestStateButton.tsx';
import { FromFileContext } from './fromFile.ts';
import { MapRunTab } from './MapRunTab.tsx';
import type { ShownExecution } from './shownExecution.ts';
import { stateDefinition } from './stateDefinition.ts';
import { StepData } from './StepData.tsx';
import { StepDetails } from './StepDetails.tsx';
import { StepEvents } from './StepEvents.tsx';
import { StepRetries } from './StepRetries.tsx';
import { StepStatusIndicator } from './StepStatusIndicator.tsx';
import { stepTest } from './stepTest.ts';
import type { ExecutionView } from './useExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';
import { VisitChooser } from './VisitChooser.tsx';

interface Props {
  view: ExecutionView;
  shown: ShownExecution;
  step: Step;
  at: LookedAt;
  look: Look;
}

/** All about one visit to a state. */
export function StepPanel({ view, shown, step, at, look }: Props) {
  const isFromFile = useContext(FromFileContext);
  const tabs: TabsProps.Tab[] = [
    { id: 'data', label: 'Input and output', content: <StepData view={view} shown={shown} step={step} /> },
    { id: 'details', label: 'Details', content: <StepDetails shown={shown} step={step} /> },
    { id: 'definition', label: 'Definition', content: <JsonBlock value={stateDefinition(view.definition, step.name)} label={`Definition of ${step.name}`} nothing="The definition has no such state." /> },
    { id: 'retries', label: step.attempts.length > 1 ? `Retries (${step.attempts.length - 1})` : 'Retries', content: <StepRetries step={step} shown={shown} /> },
    { id: 'events', label: `Events (${step.events.length})`, content: <StepEvents history={shown.history} step={step} look={look} /> },
    ...(step.mapRun === undefined || isFromFile ? [] : [{ id: 'mapRun', label: 'Map Run', content: <MapRunTab mapRunArn={step.mapRun} isOpen={step.status === 'inProgress'} /> }]),
  ];
  return (
    <SpaceBetween size="m">
      <div className="step-heading">
        <StepStatusIndicator status={step.status} />
        <VisitChooser history={shown.history} step={step} look={look} />
        {!isFromFile && <TestStateButton key={step.id} definition={view.definition} stateName={step.name} begin={() => stepTest(view, shown.history, step)} />}
      </div>
      {step.failure !== undefined && (
        <Alert type={step.status === 'failed' ? 'error' : 'warning'} header={step.failure.error ?? 'Failed'}>
          {step.failure.cause === undefined ? 'No cause was given.' : <CauseText cause={step.failure.cause} />}
        </Alert>
      )}
      <Tabs tabs={tabs} activeTabId={tabs.find(({ id }) => id === at.tab)?.id ?? 'data'} onChange={({ detail }) => look({ tab: detail.activeTabId })} ariaLabel={`About ${step.name}`} />
    </SpaceBetween>
  );
}
