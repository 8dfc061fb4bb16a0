import { useSyncExternalStore } from 'react';
import { clockLead, onClockMove } from './serverClock.ts';

/** How many milliseconds the server's clock is ahead of the browser's, to add to a moment of the browser's. Changes only when a clock is moved. */
export const useClockLead = (): number => useSyncExternalStore(onClockMove, clockLead);
