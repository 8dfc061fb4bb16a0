import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../../api/everyPage.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { Activity } from '../../api/wire/activities.ts';

const pageSize = 1000;

/** All activities. */
export function useActivities() {
  return useQuery({
    queryKey: queryKeys.activities,
    queryFn: ({ signal }) =>
      everyPage<Activity>(async (token) => {
        const { activities, nextToken } = await stepFunctions('ListActivities', { maxResults: pageSize, ...token }, signal);
        return { items: activities, nextToken };
      }),
  });
}
