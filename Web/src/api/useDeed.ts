import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

/** A mutation as {@link useDeed} hands it out. */
export type Deed<Done, Wanted> = Omit<UseMutationResult<Done, Error, Wanted>, 'mutate' | 'mutateAsync'> & { readonly mutate: (wanted: Wanted) => void };

/**
 * A mutation that is not begun again while it is under way. A button shows that it is busy only with the next frame, so a second click in the same
 * instant would send the request twice.
 */
export function useDeed<Done, Wanted = void>(options: UseMutationOptions<Done, Error, Wanted>): Deed<Done, Wanted> {
  const mutation = useMutation(options);
  const { mutateAsync } = mutation;
  const isUnderWay = useRef(false);
  const mutate = useCallback(
    (wanted: Wanted) => {
      if (isUnderWay.current) {
        return;
      }

      isUnderWay.current = true;
      const end = () => {
        isUnderWay.current = false;
      };
      // A failure is in the mutation's state, and its callbacks know of it.
      mutateAsync(wanted).then(end, end);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
