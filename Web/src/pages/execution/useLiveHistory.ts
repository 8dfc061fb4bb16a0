import { useMemo, useSyncExternalStore } from 'react';
import { LiveHistory, type SeenExecution } from './liveHistory.ts';

/** What is known of an execution, as it happens, and how to try again once the server has refused to tell. */
export function useLiveHistory(executionArn: string): { seen: SeenExecution; reconnect: () => void } {
  const live = useMemo(() => new LiveHistory(executionArn), [executionArn]);
  return { seen: useSyncExternalStore(live.subscribe, live.current), reconnect: live.reconnect };
}
