import { ApiFailure } from '../../api/failure.ts';
import type { Activity } from '../../api/wire/activities.ts';
import { useActivities } from './useActivities.ts';

/** An activity by the name that is in the page's address. */
export function useActivity(name: string): { activity: Activity | undefined; error: unknown; refetch: () => void } {
  const { data, error, refetch } = useActivities();
  const activity = data?.find((each) => each.name === name);
  const isAbsent = data !== undefined && activity === undefined;
  return {
    activity,
    error: isAbsent ? new ApiFailure(`There is no activity '${name}'.`, 404, 'ActivityDoesNotExist') : error,
    refetch: () => void refetch(),
  };
}
