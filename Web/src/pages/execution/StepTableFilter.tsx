import Select from '@cloudscape-design/components/select';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { StepStatus } from '../../history/step.ts';
import { statusWords } from '../../graph/stateStatus.ts';

interface Props {
  text: string;
  onText: (text: string) => void;
  status: StepStatus | undefined;
  onStatus: (status: StepStatus | undefined) => void;
}

const statuses = ['inProgress', 'succeeded', 'failed', 'caughtError', 'cancelled'] as const;
const any = { value: '', label: 'Any status' };
const options = [any, ...statuses.map(status => ({ value: status, label: statusWords[status] }))];

export function StepTableFilter({ text, onText, status, onStatus }: Props) {
  return (
    <div className="step-filter">
      <TextFilter filteringText={text} filteringPlaceholder="Find steps by name, type or resource" filteringAriaLabel="Find steps" onChange={({ detail }) => onText(detail.filteringText)} />
      <Select
        selectedOption={options.find(option => option.value === status) ?? any}
        options={options}
        onChange={({ detail }) => onStatus(statuses.find(candidate => candidate === detail.selectedOption.value))}
        ariaLabel="Status"
      />
    </div>
  );
}
