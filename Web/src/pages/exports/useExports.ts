import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';
import { isEnd } from '../../tasks/taskWords.ts';
import type { TaskSummary } from '../../tasks/types.ts';

/** The workflow that writes exports: an export is a batch whose id is the task's. */
const workflow = 'TaskExport';
const wanted = 20;
const pagesAtMost = 5;

export interface ExportPage {
  exports: readonly TaskSummary[];
  /** Where the page after this one begins. */
  next: string | undefined;
}

/** A page of exports, newest first. Among the batches they are found by their workflow, so a page of them may take several of those. */
export function useExports(cursor: string | undefined) {
  return useQuery({
    queryKey: [...queryKeys.exports, 'list', cursor],
    queryFn: async ({ signal }): Promise<ExportPage> => {
      const exports: TaskSummary[] = [];
      let next = cursor;
      for (let page = 0; page < pagesAtMost; page++) {
        const found = await content(rest.GET('/api/v1/tasks', { params: { query: { kind: ['batch'], limit: 50, cursor: next } }, signal }));
        exports.push(...found.items.filter((task) => task.workflow === workflow));
        next = found.next ?? undefined;
        if (next === undefined || exports.length >= wanted) {
          break;
        }
      }
      return { exports, next };
    },
    refetchInterval: ({ state }) => (state.data?.exports.some(({ status }) => !isEnd(status)) === true ? 1_500 : 10_000),
  });
}

/** What an export says that is not said of its task: format, filter, size, and where its file is. Once it has ended it stays as it is. */
export function useExport(id: string, hasEnded: boolean) {
  return useQuery({
    queryKey: [...queryKeys.exportFile(id), hasEnded],
    queryFn: ({ signal }) => content(rest.GET('/api/v1/exports/{id}', { params: { path: { id } }, signal })),
    staleTime: hasEnded ? Infinity : 0,
  });
}
