import Select from '@cloudscape-design/components/select';
import type { ExecutionHistory } from '../../history/executionHistory.ts';
import type { Step } from '../../history/step.ts';
import { stepPath } from '../../history/stepPath.ts';
import { statusWords } from '../../graph/stateStatus.ts';
import type { Look } from './useExecutionAddress.ts';

interface Props {
  history: ExecutionHistory;
  step: Step;
  look: Look;
}

/** Which visit is looked at, of a state that was visited more than once: in a loop, or in several iterations. */
export function VisitChooser({ history, step, look }: Props) {
  const visits = history.steps.filter(candidate => candidate.name === step.name);
  if (visits.length < 2) {
    return null;
  }

  const optionOf = (visit: Step) => ({ value: String(visit.id), label: visit.scope.child === undefined ? `Visit ${visit.visit}` : stepPath(visit), tags: [statusWords[visit.status]] });
  return (
    <Select
      selectedOption={optionOf(step)}
      options={visits.map(optionOf)}
      onChange={({ detail }) => look({ step: Number(detail.selectedOption.value), state: undefined, event: undefined })}
      filteringType="auto"
      virtualScroll
      expandToViewport
      ariaLabel={`Visit to ${step.name}`}
    />
  );
}
