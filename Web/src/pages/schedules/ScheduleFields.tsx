import Autosuggest from '@cloudscape-design/components/autosuggest';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import Toggle from '@cloudscape-design/components/toggle';
import type { FieldFaults } from '../../tasks/fieldFaults.ts';
import { cronFault } from './cronFault.ts';
import { CronHelp } from './CronHelp.tsx';
import { cronWords } from './cronWords.ts';
import { PolicyFields } from './PolicyFields.tsx';
import { inputFault, type EnteredSchedule } from './scheduleDraft.ts';
import { useMachineNames } from './useMachineNames.ts';

interface Props {
  entered: EnteredSchedule;
  enter: (changed: Partial<EnteredSchedule>) => void;
  faults: FieldFaults;
  /** Whether it is a new schedule, whose name is still to be given. */
  isNew: boolean;
}

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value }));

/** What a schedule says. */
export function ScheduleFields({ entered, enter, faults, isNew }: Props) {
  const machines = useMachineNames();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">What and when</Header>}>
        <SpaceBetween size="l">
          {isNew && (
            <FormField label="Name" constraintText="Letters, digits, dots, hyphens and underscores." errorText={faults.at('name')}>
              <Input value={entered.name} placeholder="hourly-report" onChange={({ detail }) => enter({ name: detail.value })} />
            </FormField>
          )}
          <FormField label="Description" errorText={faults.at('/description')}>
            <Input value={entered.description} onChange={({ detail }) => enter({ description: detail.value })} />
          </FormField>
          <FormField label="State machine" description="Its name or its ARN." errorText={faults.at('/stateMachine')}>
            <Autosuggest
              value={entered.stateMachine}
              options={machines.map((value) => ({ value }))}
              enteredTextLabel={(value) => `Use ${value}`}
              empty="No state machine is called like that."
              onChange={({ detail }) => enter({ stateMachine: detail.value })}
            />
          </FormField>
          <ColumnLayout columns={2}>
            <FormField label="Due times" description="Six or seven fields, the seconds first." constraintText={cronWords(entered.cron)} errorText={cronFault(entered.cron) || faults.at('/cron')}>
              <Input value={entered.cron} placeholder="0 30 2 * * ?" onChange={({ detail }) => enter({ cron: detail.value })} />
            </FormField>
            <FormField label="Time zone" description="Of the due times, by its name in the tz database." errorText={faults.at('/timeZone')}>
              <Autosuggest
                value={entered.timeZone}
                options={zones}
                enteredTextLabel={(value) => `Use ${value}`}
                empty="No zone is called like that."
                virtualScroll
                onChange={({ detail }) => enter({ timeZone: detail.value })}
              />
            </FormField>
          </ColumnLayout>
          <CronHelp onChoose={(cron) => enter({ cron })} />
          <FormField
            label="Input"
            description="An object in JSON. In its texts <schedule.dueTime>, <schedule.dueDate>, <schedule.previousDate>, <schedule.timeZone>, <schedule.name> and <schedule.firingId> stand for what differs from firing to firing."
            errorText={inputFault(entered.input) || faults.at('/input')}
          >
            <Textarea value={entered.input} rows={6} spellcheck={false} onChange={({ detail }) => enter({ input: detail.value })} />
          </FormField>
          <Toggle checked={entered.enabled} onChange={({ detail }) => enter({ enabled: detail.checked })}>
            On
          </Toggle>
        </SpaceBetween>
      </Container>
      <PolicyFields entered={entered} enter={enter} faults={faults} />
    </SpaceBetween>
  );
}
