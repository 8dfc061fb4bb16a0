import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { formatMoment } from '../../../shell/format.ts';
import { capitalised } from '../../../tasks/taskWords.ts';
import type { Conflict } from '../conflict.ts';

interface Props {
  /** What others have changed of what can be edited; empty if it was something else, such as the status. */
  conflicts: readonly Conflict[];
  onTake: () => void;
}

const words = (field: Conflict['field'], value: string): string => {
  if (value === '') {
    return '-';
  }
  return field === 'due' ? formatMoment(value) : field === 'priority' ? capitalised(value) : value;
};

/** Says that somebody changed the task in the meantime, and what it is now. */
export function ConflictNotice({ conflicts, onTake }: Props) {
  return (
    <Alert type="warning" header="The task has been changed in the meantime" action={conflicts.length > 0 && <Button onClick={onTake}>Take the new state</Button>}>
      <SpaceBetween size="s">
        {conflicts.length === 0
          ? 'Nothing that you edit is another. Save again, and your changes go on top of what it is now.'
          : 'Save again, and your changes go on top of what it is now; or take the new state and begin anew.'}
        {conflicts.length > 0 && (
          <Table
            variant="embedded"
            ariaLabels={{ tableLabel: 'What has been changed' }}
            items={conflicts}
            trackBy="field"
            wrapLines
            columnDefinitions={[
              { id: 'field', header: 'Field', isRowHeader: true, cell: ({ field }) => capitalised(field) },
              { id: 'before', header: 'Was', cell: ({ field, before }) => words(field, before) },
              { id: 'now', header: 'Is now', cell: ({ field, now }) => words(field, now) },
              { id: 'mine', header: 'Yours', cell: ({ field, mine }) => words(field, mine) },
            ]}
          />
        )}
      </SpaceBetween>
    </Alert>
  );
}
