import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { addressOf } from '../../shell/addresses.ts';
import { CursorPagination } from '../../shell/CursorPagination.tsx';
import { formatMoment } from '../../shell/format.ts';
import { MayButton } from '../../shell/MayButton.tsx';
import { Page } from '../../shell/Page.tsx';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useCursorPages } from '../../shell/useCursorPages.ts';
import { TaskStatusIndicator } from '../../tasks/TaskStatusIndicator.tsx';
import { noFilter } from '../tasks/taskFilter.ts';
import { ExportCell } from './ExportCell.tsx';
import { NewExportDialog } from './NewExportDialog.tsx';
import { useExports } from './useExports.ts';

/** Lists of tasks that were asked for as files. */
export function ExportsPage() {
  const [isAsking, setAsking] = useState(false);
  const pages = useCursorPages('exports');
  const { data, error, isPending, refetch } = useExports(pages.cursor);
  return (
    <Page
      title="Exports"
      description="Lists of tasks as files, for spreadsheets and other programs."
      actions={
        <MayButton operation="submitExport" variant="primary" onClick={() => setAsking(true)}>
          Export tasks
        </MayButton>
      }
    >
      <ProblemNotice error={error} header="The exports cannot be listed" onRetry={() => void refetch()} />
      <Table
        variant="full-page"
        ariaLabels={{ tableLabel: 'Exports' }}
        items={data?.exports ?? []}
        trackBy="id"
        loading={isPending}
        loadingText="Asking for the exports"
        empty="Nothing has been exported yet."
        pagination={<CursorPagination pages={pages} next={data?.next} />}
        columnDefinitions={[
          {
            id: 'created',
            header: 'Asked for',
            isRowHeader: true,
            minWidth: 180,
            cell: (task) => <RouterLink href={addressOf.task(task.id)}>{formatMoment(task.createdAt)}</RouterLink>,
          },
          { id: 'what', header: 'What', minWidth: 200, cell: (task) => <ExportCell task={task} part="what" /> },
          { id: 'status', header: 'Status', minWidth: 120, cell: (task) => <TaskStatusIndicator status={task.status} /> },
          { id: 'size', header: 'Size', minWidth: 150, cell: (task) => <ExportCell task={task} part="size" /> },
          { id: 'owner', header: 'Owner', cell: (task) => task.owner },
          { id: 'file', header: 'File', minWidth: 180, cell: (task) => <ExportCell task={task} part="file" /> },
        ]}
      />
      {isAsking && <NewExportDialog initial={noFilter} onDone={() => setAsking(false)} />}
    </Page>
  );
}
