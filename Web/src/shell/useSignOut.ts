import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { unanswered } from '../api/failure.ts';
import { failureOf } from '../api/rest.ts';
import { useNotify } from './useNotify.ts';

/** Ends the session, forgets everything it was shown, and goes to the sign-in page. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const { mutate } = useMutation({
    mutationFn: endSession,
    onSuccess: async () => {
      await navigate('/sign-in?reason=signed-out');
      client.clear();
    },
    onError: (error) => notify({ type: 'error', header: 'You are still signed in', error }),
  });
  return mutate;
}

async function endSession(): Promise<void> {
  const response = await fetch('/api/v1/sessions/current', { method: 'DELETE' }).catch((error: unknown) => {
    throw unanswered(error);
  });
  // A session that is not there any more has ended as well.
  if (!response.ok && response.status !== 401 && response.status !== 404) {
    throw await failureOf(response);
  }
}
