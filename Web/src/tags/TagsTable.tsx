import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Tag } from '../api/wire/machines.ts';
import { BoundedText } from '../shell/BoundedText.tsx';
import { MayButton } from '../shell/MayButton.tsx';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { EditTagsDialog } from './EditTagsDialog.tsx';
import { useTags } from './useTags.ts';

interface Props {
  readonly resourceArn: string;
}

const columns: readonly TableProps.ColumnDefinition<Tag>[] = [
  { id: 'key', header: 'Key', isRowHeader: true, cell: ({ key }) => <BoundedText>{key}</BoundedText> },
  { id: 'value', header: 'Value', cell: ({ value }) => <BoundedText isLong>{value === '' ? '-' : value}</BoundedText> },
];

/** The tags of a state machine or an activity. */
export function TagsTable({ resourceArn }: Props) {
  const { data, error, isPending, refetch } = useTags(resourceArn);
  const [isEditing, setEditing] = useState(false);
  return (
    <SpaceBetween size="s">
      <ProblemNotice error={error} header="The tags cannot be shown" onRetry={() => void refetch()} />
      <Table<Tag>
        variant="container"
        items={data ?? []}
        columnDefinitions={columns}
        trackBy="key"
        loading={isPending}
        loadingText="Asking for the tags"
        ariaLabels={{ tableLabel: 'Tags' }}
        empty={<Box textAlign="center">There are no tags.</Box>}
        header={
          <Header
            variant="h2"
            counter={`(${data?.length ?? 0})`}
            actions={
              <MayButton operation="states:TagResource" disabled={data === undefined} onClick={() => setEditing(true)}>
                Edit tags
              </MayButton>
            }
          >
            Tags
          </Header>
        }
      />
      {isEditing && data !== undefined && <EditTagsDialog resourceArn={resourceArn} tags={data} onClose={() => setEditing(false)} />}
    </SpaceBetween>
  );
}
