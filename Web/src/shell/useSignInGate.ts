import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ApiFailure } from '../api/failure.ts';
import { useMe } from '../api/permissions.ts';
import { markedSession, markSignedIn, markSignedOut } from './sessionMark.ts';

/** Sends whoever is not signed in to the sign-in page, and has it say why if they were before. Answers whether pages may be shown. */
export function useSignInGate(): boolean {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { data, error } = useMe();
  const isSent = useRef(false);
  const isRefused = error instanceof ApiFailure && error.asksForSignIn;

  useEffect(() => {
    if (data?.signedIn === 'session') {
      markSignedIn();
    }
  }, [data]);

  useEffect(() => {
    // The sign-in page is still being fetched while other requests are refused as well: who has been sent is not sent again.
    if (!isRefused || isSent.current) {
      return;
    }
    isSent.current = true;
    const session = markedSession();
    markSignedOut();
    const state = { ended: session === 'signed in', left: session === 'leaving' };
    void navigate(`/sign-in?to=${encodeURIComponent(pathname + search)}`, { replace: true, state });
    client.clear();
  }, [isRefused, client, navigate, pathname, search]);

  return !isRefused;
}
