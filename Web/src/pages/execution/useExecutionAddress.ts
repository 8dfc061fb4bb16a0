import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type ViewName = 'graph' | 'table' | 'events';

/** What is looked at of an execution; it stands in the address, so that it can be sent to somebody. */
export interface LookedAt {
  readonly view: ViewName;
  /** The name of a state, whichever visit to it was the last. */
  readonly state: string | undefined;
  /** One visit to a state, by the id of the event that entered it. */
  readonly step: number | undefined;
  readonly event: number | undefined;
  /** What of the visit is shown; undefined for its data. */
  readonly tab: string | undefined;
  /** The fact after which the execution is shown; undefined for now. */
  readonly fact: number | undefined;
}

export type Look = (change: Partial<LookedAt>) => void;

export function useExecutionAddress(): { at: LookedAt; look: Look } {
  const [parameters, setParameters] = useSearchParams();
  const look = useCallback<Look>(
    change => {
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries<string | number | undefined>(change)) {
            if (value === undefined) {
              next.delete(name);
            } else {
              next.set(name, String(value));
            }
          }

          return next;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  const at = useMemo(() => readAddress(parameters), [parameters]);
  return { at, look };
}

function readAddress(parameters: URLSearchParams): LookedAt {
  const view = parameters.get('view');
  return {
    view: view === 'table' || view === 'events' ? view : 'graph',
    state: parameters.get('state') ?? undefined,
    step: numberOf(parameters.get('step')),
    event: numberOf(parameters.get('event')),
    tab: parameters.get('tab') ?? undefined,
    fact: numberOf(parameters.get('fact')),
  };
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
