import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../../shell/addresses.ts';
import { formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNameInPath } from '../../shell/useNameInPath.ts';
import { TagsTable } from '../../tags/TagsTable.tsx';
import { DeleteActivityDialog } from './DeleteActivityDialog.tsx';
import { useActivity } from './useActivity.ts';

/** An activity: its ARN, which definitions and workers need, and its tags. */
export function ActivityPage() {
  const name = useNameInPath('name');
  const navigate = useNavigate();
  const { activity, error, refetch } = useActivity(name);
  const [isDeleting, setDeleting] = useState(false);

  return (
    <Page
      title={name}
      crumbs={[{ text: 'Activities', href: addressOf.activities() }]}
      actions={
        <MayButton operation="states:DeleteActivity" disabled={activity === undefined} onClick={() => setDeleting(true)}>
          Delete
        </MayButton>
      }
    >
      <ProblemNotice error={error} header="The activity cannot be shown" onRetry={refetch} />
      {activity === undefined && error === null && <Spinner />}
      {activity !== undefined && (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">Details</Header>}>
            <KeyValuePairs
              columns={2}
              items={[
                {
                  label: 'ARN',
                  value: <CopyToClipboard variant="inline" textToCopy={activity.activityArn} copyButtonAriaLabel="Copy the ARN" copySuccessText="Copied" copyErrorText="Not copied" />,
                },
                { label: 'Created', value: formatMoment(activity.creationDate) },
              ]}
            />
          </Container>
          <TagsTable resourceArn={activity.activityArn} />
          {isDeleting && (
            <DeleteActivityDialog
              activity={activity}
              onClose={(isDeleted) => {
                setDeleting(false);
                if (isDeleted) {
                  void navigate(addressOf.activities());
                }
              }}
            />
          )}
        </SpaceBetween>
      )}
    </Page>
  );
}
