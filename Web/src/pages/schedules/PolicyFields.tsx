import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { FieldFaults } from '../../tasks/fieldFaults.ts';
import { MomentInput } from '../../tasks/MomentInput.tsx';
import { misfireTexts, overlapTexts } from './policyWords.ts';
import type { EnteredSchedule } from './scheduleDraft.ts';

interface Props {
  entered: EnteredSchedule;
  enter: (changed: Partial<EnteredSchedule>) => void;
  faults: FieldFaults;
}

const misfires = ['fireOnce', 'fireAll', 'skip'] as const;
const overlaps = ['skip', 'queue', 'allow'] as const;

/** What becomes of due times that cannot be met as they are, and from when to when there are any. */
export function PolicyFields({ entered, enter, faults }: Props) {
  const moment = (label: string, member: 'start' | 'end') => (
    <FormField label={label} errorText={faults.at(`/${member}`)}>
      <MomentInput label={label} value={entered[member]} invalid={faults.at(`/${member}`) !== ''} onChange={(value) => enter({ [member]: value })} />
    </FormField>
  );
  const limit = (label: string, member: 'missedLimit' | 'queueLimit') => (
    <FormField label={label} errorText={faults.at(`/${member}`)}>
      <Input value={entered[member]} inputMode="numeric" onChange={({ detail }) => enter({ [member]: detail.value })} />
    </FormField>
  );
  return (
    <Container header={<Header variant="h2">When something comes in between</Header>}>
      <ColumnLayout columns={2}>
        <FormField label="Due times that were missed" errorText={faults.at('/misfire')}>
          <Select
            selectedOption={{ value: entered.misfire, label: misfireTexts[entered.misfire] }}
            options={misfires.map((value) => ({ value, label: misfireTexts[value] }))}
            onChange={({ detail }) => enter({ misfire: misfires.find((value) => value === detail.selectedOption.value) ?? entered.misfire })}
          />
        </FormField>
        {limit('How many missed ones fire at most', 'missedLimit')}
        <FormField label="While the last one still runs" errorText={faults.at('/overlap')}>
          <Select
            selectedOption={{ value: entered.overlap, label: overlapTexts[entered.overlap] }}
            options={overlaps.map((value) => ({ value, label: overlapTexts[value] }))}
            onChange={({ detail }) => enter({ overlap: overlaps.find((value) => value === detail.selectedOption.value) ?? entered.overlap })}
          />
        </FormField>
        {limit('How many may wait', 'queueLimit')}
        {moment('Nothing is due before', 'start')}
        {moment('Nothing is due after', 'end')}
      </ColumnLayout>
    </Container>
  );
}
