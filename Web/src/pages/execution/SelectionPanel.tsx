import { PageSplitPanel } from '../../shell/PageSplitPanel.tsx';
import { EventDetail } from './EventDetail.tsx';
import { selectedStep } from './selectedStep.ts';
import type { ShownExecution } from './shownExecution.ts';
import { StepPanel } from './StepPanel.tsx';
import type { ExecutionView } from './useExecution.ts';
import type { Look, LookedAt } from './useExecutionAddress.ts';
import { UnvisitedState } from './UnvisitedState.tsx';

interface Props {
  view: ExecutionView;
  shown: ShownExecution;
  at: LookedAt;
  look: Look;
}

/** What is selected, beside the views: an event, a visit to a state, or a state that has not been entered. */
export function SelectionPanel({ view, shown, at, look }: Props) {
  const event = at.event === undefined ? undefined : shown.history.eventById(at.event);
  if (event !== undefined) {
    return (
      <PageSplitPanel header={`Event ${event.id}: ${event.type}`}>
        <EventDetail history={shown.history} event={event} look={look} />
      </PageSplitPanel>
    );
  }

  const step = selectedStep(shown.history, at);
  if (step !== undefined) {
    return (
      <PageSplitPanel header={step.name}>
        <StepPanel key={step.name} view={view} shown={shown} step={step} at={at} look={look} />
      </PageSplitPanel>
    );
  }

  return at.state === undefined ? null : (
    <PageSplitPanel header={at.state}>
      <UnvisitedState definition={view.definition} name={at.state} isPast={shown.past !== undefined} />
    </PageSplitPanel>
  );
}
