import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../api/queryKeys.ts';
import { stepFunctions } from '../api/stepFunctions.ts';

/** The tags of a state machine or an activity, by key. */
export function useTags(resourceArn: string) {
  return useQuery({
    queryKey: queryKeys.tags(resourceArn),
    queryFn: async ({ signal }) => (await stepFunctions('ListTagsForResource', { resourceArn }, signal)).tags.sort((a, b) => a.key.localeCompare(b.key)),
  });
}
