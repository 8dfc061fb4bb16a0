import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Table from '@cloudscape-design/components/table';
import { cronFields } from './cronFields.ts';
import { cronWords } from './cronWords.ts';

const examples = ['0 30 2 * * ?', '0 0/15 * * * ?', '0 0 8-18 ? * MON-FRI', '0 0 9 ? * MON', '0 0 6 1 * ?', '0 0 18 L * ?', '0 0 9 ? * 2#1'];

/** What a cron expression is made of, with examples that can be taken. */
export function CronHelp({ onChoose }: { onChoose: (cron: string) => void }) {
  return (
    <ExpandableSection headerText="How due times are written">
      <Table
        variant="embedded"
        ariaLabels={{ tableLabel: 'The fields of a cron expression' }}
        items={cronFields}
        trackBy="name"
        columnDefinitions={[
          { id: 'name', header: 'Field', isRowHeader: true, cell: ({ name }) => name },
          { id: 'values', header: 'Values', cell: ({ values }) => values },
          { id: 'signs', header: 'Signs', cell: ({ signs }) => <code>{signs}</code> },
        ]}
      />
      <p>
        One of the two day fields is <code>?</code>. <code>*</code> is every value, <code>0/15</code> every 15th from 0 on, <code>L</code> the last, <code>15W</code> the
        weekday nearest to the 15th, <code>2#1</code> the first Monday. Five fields, as other crons have them, are refused: the first field is the seconds.
      </p>
      <Table
        variant="embedded"
        ariaLabels={{ tableLabel: 'Examples' }}
        items={examples}
        columnDefinitions={[
          {
            id: 'cron',
            header: 'Example',
            isRowHeader: true,
            cell: (cron) => (
              <Button variant="inline-link" formAction="none" onClick={() => onChoose(cron)} ariaLabel={`Take ${cron}`}>
                {cron}
              </Button>
            ),
          },
          { id: 'words', header: 'Due', cell: (cron) => cronWords(cron) },
        ]}
      />
    </ExpandableSection>
  );
}
