import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { done, rest } from '../api/rest.ts';
import { useDeed } from '../api/useDeed.ts';
import { markLeaving, markSignedIn, markSignedOut } from './sessionMark.ts';
import { useNotify } from './useNotify.ts';

/** Ends the session, forgets everything it was shown, and goes to the sign-in page. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const { mutate } = useDeed({
    mutationFn: () => done(rest.DELETE('/api/v1/sessions/current')),
    onMutate: markLeaving,
    onSuccess: async () => {
      await navigate('/sign-in', { state: { left: true } });
      markSignedOut();
      client.clear();
    },
    onError: (error) => {
      markSignedIn();
      notify({ type: 'error', header: 'You are still signed in', error });
    },
  });
  return () => mutate();
}
