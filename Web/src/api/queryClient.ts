import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './failure.ts';
import { queryKeys } from './queryKeys.ts';
import { onClockMove } from './serverClock.ts';

/** The cache of the server's answers. When an answer asks for signing in, `me` is asked anew, and the shell shows the sign-in page. When the clock is moved, all is. */
export function newQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiFailure && error.asksForSignIn) {
      void client.invalidateQueries({ queryKey: queryKeys.me });
    }
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey[0] === queryKeys.me[0] ? undefined : onError(error)) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: 2_000, retry: isWorthAnotherTry, refetchOnWindowFocus: true } },
  });
  onClockMove(() => void client.invalidateQueries());
  return client;
}

/** Whether asking once more may help: the server did not answer, is overloaded or failed. What it refused it will refuse again. */
export function isWorthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof ApiFailure && (error.status === 0 || error.status === 429 || error.status >= 500);
}
