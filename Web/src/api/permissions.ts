import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys.ts';
import { content, rest, type Schema } from './rest.ts';

/** Whether the caller may do one thing, and if not, why. */
export interface Permission {
  allowed: boolean;
  reason?: string | undefined;
}

/** Who the caller is and what they may do. An error with `asksForSignIn` means nobody yet. */
export function useMe() {
  return useQuery({ queryKey: queryKeys.me, queryFn: async ({ signal }) => permitted(await content(rest.GET('/api/v1/me', { signal }))), staleTime: 60_000 });
}

/**
 * Whether the caller may do something: an operation id of the REST API (`createKey`) or an action of AWS's (`states:StartExecution`).
 * What the server has not named may be tried: it decides in any case.
 */
export function useMay(operation: string): Permission {
  const { data, isPending } = useMe();
  if (isPending) {
    return { allowed: false, reason: 'Asking the server what you may do.' };
  }
  return data?.may.get(operation) ?? { allowed: true };
}

function permitted(me: Schema<'Me'>) {
  const may = new Map<string, Permission>(me.permissions.map(({ operation, allowed, reason }) => [operation, { allowed, reason: reason ?? undefined }]));
  return { ...me, may };
}
