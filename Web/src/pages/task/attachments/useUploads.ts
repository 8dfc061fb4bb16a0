import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { freshId } from '../../../api/freshId.ts';
import { queryKeys } from '../../../api/queryKeys.ts';
import { upload } from './upload.ts';

/** A file on its way to the server. */
export interface Upload {
  id: string;
  file: File;
  /** How many bytes are sent. */
  sent: number;
  state: 'sending' | 'done' | 'failed';
  error?: unknown;
}

/** The files that are being attached to a task. */
export function useUploads(taskId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queries = useQueryClient();

  const dismiss = useCallback((id: string) => setUploads((all) => all.filter((one) => one.id !== id)), []);

  const send = useCallback(
    (files: readonly File[]) => {
      const change = (id: string, changed: Partial<Upload>) => setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));
      for (const file of files) {
        const id = freshId();
        setUploads((all) => [...all, { id, file, sent: 0, state: 'sending' }]);
        upload(taskId, file, (sent) => change(id, { sent })).then(
          () => {
            change(id, { state: 'done', sent: file.size });
            void queries.invalidateQueries({ queryKey: [...queryKeys.task(taskId), 'attachments'] });
          },
          (error: unknown) => change(id, { state: 'failed', error }),
        );
      }
    },
    [taskId, queries],
  );

  return { uploads, send, dismiss };
}
