import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../../api/queryKeys.ts';
import { content, rest } from '../../../api/rest.ts';
import { formatMoment } from '../../../shell/format.ts';
import { ProblemNotice } from '../../../shell/ProblemNotice.tsx';
import { formatBytes } from '../../../tasks/formatBytes.ts';
import { attachmentAddress } from './upload.ts';

interface Props {
  taskId: string;
  name: string;
  onDismiss: () => void;
}

/** Every version of an attachment, latest first. */
export function AttachmentVersions({ taskId, name, onDismiss }: Props) {
  const { data, error, isPending } = useQuery({
    queryKey: [...queryKeys.task(taskId), 'attachments', name],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/tasks/{id}/attachments/{name}/versions', { params: { path: { id: taskId, name } }, signal })),
  });
  return (
    <Modal visible size="large" header={`Versions of ${name}`} onDismiss={onDismiss}>
      <SpaceBetween size="m">
        <ProblemNotice error={error} header="The versions cannot be listed" />
        <Table
          variant="embedded"
          ariaLabels={{ tableLabel: `Versions of ${name}` }}
          items={data?.items ?? []}
          trackBy="version"
          loading={isPending}
          loadingText="Asking for the versions"
          columnDefinitions={[
            {
              id: 'at',
              header: 'Written',
              isRowHeader: true,
              cell: ({ at, version }) => (
                <Button variant="inline-link" iconName="download" href={attachmentAddress(taskId, name, version)} download>
                  {formatMoment(at)}
                </Button>
              ),
            },
            { id: 'size', header: 'Size', cell: ({ length }) => formatBytes(length) },
            { id: 'by', header: 'By', cell: ({ by }) => by },
            { id: 'sha', header: 'SHA-256', cell: ({ sha256 }) => <code>{sha256.slice(0, 16)}…</code> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
