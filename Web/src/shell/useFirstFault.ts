import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings whoever sent a form to the first field that was not taken, for in a long form it may be far above the button.
 * @param refusal What the API said; each new one brings them there again.
 */
export function useFirstFault<Form extends HTMLElement>(refusal: unknown): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    if (refusal !== null && refusal !== undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [refusal]);
  return form;
}
