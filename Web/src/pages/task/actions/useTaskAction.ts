import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../../api/queryKeys.ts';
import { tagged } from '../../../api/rest.ts';
import { useDeed } from '../../../api/useDeed.ts';
import { useNotify } from '../../../shell/useNotify.ts';
import type { Task } from '../../../tasks/types.ts';

/**
 * Does something to a task, and shows the task as it is then.
 * @param said What is said above the page once it is done: `Approved`.
 */
export function useTaskAction<Arguments>(id: string, act: (argument: Arguments) => Promise<{ data?: Task; response: Response }>, said: string, onDone: () => void) {
  const queries = useQueryClient();
  const notify = useNotify();
  return useDeed({
    mutationFn: (argument: Arguments) => tagged(act(argument)),
    onSuccess: (answer) => {
      queries.setQueryData(queryKeys.task(id), answer);
      void queries.invalidateQueries({ queryKey: [...queryKeys.tasks, 'list'] });
      notify({ type: 'success', header: said });
      onDone();
    },
  });
}
