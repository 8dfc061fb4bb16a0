import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { formatCount } from '../../shell/format.ts';
import { formatBytes } from '../../tasks/formatBytes.ts';
import { isEnd } from '../../tasks/taskWords.ts';
import type { TaskSummary } from '../../tasks/types.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { filterWords } from './filterWords.ts';
import { useExport } from './useExports.ts';

const formats = { csv: 'CSV', jsonl: 'JSON lines' } as const;

interface Props {
  task: TaskSummary;
  /** Which part of the export is shown. */
  part: 'what' | 'size' | 'file';
}

/** A cell of an export, out of what is known of it beyond its task. */
export function ExportCell({ task, part }: Props) {
  const hasEnded = isEnd(task.status);
  const { data, error } = useExport(task.id, hasEnded);
  if (data === undefined) {
    return <>{error === null ? '…' : error.message}</>;
  }
  switch (part) {
    case 'what':
      return (
        <>
          {filterWords(data.filter)} <Box variant="small">as {formats[data.format]}</Box>
        </>
      );
    case 'size':
      return <>{typeof data.tasks === 'number' ? `${formatCount(data.tasks)} ${data.tasks === 1 ? 'task' : 'tasks'}, ${formatBytes(data.length ?? 0)}` : '-'}</>;
    case 'file':
      return data.content ? (
        <Button iconName="download" variant="inline-link" href={data.content} download ariaLabel={`Download the export of ${task.createdAt}`}>
          Download
        </Button>
      ) : hasEnded ? (
        <>{data.failure?.cause ?? '-'}</>
      ) : (
        <ExportProgress step={task.step ?? undefined} />
      );
  }
}
