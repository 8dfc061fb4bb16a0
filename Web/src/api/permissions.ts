import { useQuery } from '@tanstack/react-query';
import { ApiFailure, unanswered } from './failure.ts';
import { isRecord, parsed, textOf } from './json.ts';
import { queryKeys } from './queryKeys.ts';
import { failureFrom } from './rest.ts';

/** Whether the caller may do one thing, and if not, why. */
export interface Permission {
  allowed: boolean;
  reason?: string;
}

/** Who the caller is to the server. */
export interface Me {
  name: string;
  roles: string[];
  signedIn: 'anonymous' | 'session' | 'key' | 'token';
  permissions: Record<string, Permission>;
}

/** Who the caller is. An error with `asksForSignIn` means nobody yet. */
export function useMe() {
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => me(signal), staleTime: 60_000 });
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
  return data?.permissions[operation] ?? { allowed: true };
}

async function me(signal: AbortSignal): Promise<Me> {
  const response = await fetch('/api/v1/me', { signal }).catch((error: unknown) => {
    throw unanswered(error);
  });
  const body = await response.text();
  if (!response.ok) {
    throw failureFrom(response.status, body, response.headers.get('X-Request-Id') ?? undefined);
  }
  return meOf(parsed(body));
}

function meOf(answer: unknown): Me {
  if (!isRecord(answer)) {
    throw new ApiFailure('The server did not say who you are.', 200, 'no-content');
  }
  const signedIn = textOf(answer, 'signedIn');
  return {
    name: textOf(answer, 'name') ?? '',
    roles: Array.isArray(answer.roles) ? answer.roles.filter((role) => typeof role === 'string') : [],
    signedIn: signedIn === 'session' || signedIn === 'key' || signedIn === 'token' ? signedIn : 'anonymous',
    permissions: permissionsOf(answer.permissions),
  };
}

function permissionsOf(listed: unknown): Record<string, Permission> {
  const found = Array.isArray(listed) ? listed.filter(isRecord) : [];
  return Object.fromEntries(
    found.map((entry) => {
      const reason = textOf(entry, 'reason');
      return [textOf(entry, 'operation') ?? '', { allowed: entry.allowed === true, ...(reason === undefined ? {} : { reason }) }];
    }),
  );
}
