import Button from '@cloudscape-design/components/button';
import FileDropzone from '@cloudscape-design/components/file-dropzone';
import FileInput from '@cloudscape-design/components/file-input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../api/permissions.ts';
import { queryKeys } from '../../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../../api/rest.ts';
import { formatMoment } from '../../../shell/format.ts';
import { ProblemNotice } from '../../../shell/ProblemNotice.tsx';
import { formatBytes } from '../../../tasks/formatBytes.ts';
import { AttachmentVersions } from './AttachmentVersions.tsx';
import { DeleteAttachmentDialog } from './DeleteAttachmentDialog.tsx';
import { attachmentAddress } from './upload.ts';
import { UploadList } from './UploadList.tsx';
import { useUploads } from './useUploads.ts';

type Attachment = Schema<'Attachment'>;

/** The files of a task: dropped or chosen, several at once. A file of a name that is there becomes its next version. */
export function Attachments({ taskId }: { taskId: string }) {
  const mayWrite = useMay('putAttachment');
  const mayDelete = useMay('deleteAttachment');
  const { uploads, send, dismiss } = useUploads(taskId);
  const [deleting, setDeleting] = useState<Attachment>();
  const [listing, setListing] = useState<Attachment>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...queryKeys.task(taskId), 'attachments'],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/tasks/{id}/attachments', { params: { path: { id: taskId } }, signal })),
    refetchInterval: 10_000,
  });

  return (
    <SpaceBetween size="m">
      {mayWrite.allowed ? (
        <FileDropzone onChange={({ detail }) => send(detail.value)}>
          <SpaceBetween size="xs" alignItems="center">
            <span>Drop files here, or</span>
            <FileInput multiple ariaLabel="Choose files to attach" value={[]} onChange={({ detail }) => send(detail.value)}>
              Choose files
            </FileInput>
          </SpaceBetween>
        </FileDropzone>
      ) : (
        <Button disabled disabledReason={mayWrite.reason ?? 'You may not attach files.'}>
          Choose files
        </Button>
      )}
      <UploadList uploads={uploads} onDismiss={dismiss} />
      <ProblemNotice error={error} header="The attachments cannot be listed" onRetry={() => void refetch()} />
      <Table
        variant="embedded"
        ariaLabels={{ tableLabel: 'Attachments' }}
        items={data?.items ?? []}
        trackBy="name"
        loading={isPending}
        loadingText="Asking for the attachments"
        empty="Nothing is attached."
        columnDefinitions={[
          {
            id: 'name',
            header: 'Name',
            isRowHeader: true,
            cell: ({ name }) => (
              <Button variant="inline-link" iconName="download" href={attachmentAddress(taskId, name)} download ariaLabel={`Download ${name}`}>
                {name}
              </Button>
            ),
          },
          { id: 'size', header: 'Size', cell: ({ length }) => formatBytes(length) },
          { id: 'type', header: 'Type', cell: ({ contentType }) => contentType },
          { id: 'by', header: 'By', cell: ({ by }) => by },
          { id: 'at', header: 'Written', cell: ({ at }) => formatMoment(at) },
          {
            id: 'actions',
            header: 'Actions',
            cell: (attachment) => (
              <SpaceBetween direction="horizontal" size="s">
                <Button variant="inline-link" ariaLabel={`Versions of ${attachment.name}`} onClick={() => setListing(attachment)}>
                  Versions
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={`Delete ${attachment.name}`}
                  disabled={!mayDelete.allowed}
                  {...(mayDelete.allowed ? {} : { disabledReason: mayDelete.reason ?? 'You may not delete attachments.' })}
                  onClick={() => setDeleting(attachment)}
                >
                  Delete
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {deleting !== undefined && <DeleteAttachmentDialog taskId={taskId} attachment={deleting} onDone={() => setDeleting(undefined)} />}
      {listing !== undefined && <AttachmentVersions taskId={taskId} name={listing.name} onDismiss={() => setListing(undefined)} />}
    </SpaceBetween>
  );
}
