import { useEffect } from 'react';
import type { Look } from './useExecutionAddress.ts';

/** An address that names a fact after the last one means the execution as it is. */
export function useFactBound(isBeyond: boolean, look: Look) {
  useEffect(() => {
    if (isBeyond) {
      look({ fact: undefined });
    }
  }, [isBeyond, look]);
}
