import { useEffect, useState } from 'react';
import { serverNow } from '../../api/serverClock.ts';

/** Epoch seconds on the server's clock, told once a second for as long as something is going on; without that, as it was. */
export function useNow(isGoingOn: boolean): number {
  const [now, setNow] = useState(() => serverNow() / 1000);
  useEffect(() => {
    if (!isGoingOn) {
      return undefined;
    }

    const timer = window.setInterval(() => setNow(serverNow() / 1000), 1000);
    return () => window.clearInterval(timer);
  }, [isGoingOn]);
  return now;
}
