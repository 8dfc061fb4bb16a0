import { isRecord } from '../../api/json.ts';

/** What a person who comes to the sign-in page should know. */
export interface Arrival {
  type: 'info' | 'warning' | 'error';
  text: string;
  requestId?: string;
}

// Not the server's words: its first refusal takes the cookie away, and every other request is then told that it has none.
const ended = 'The session has ended: you signed out elsewhere, its twelve hours were over, or its API key was rotated or revoked. Sign in again.';

const problems: Record<string, string> = {
  link: 'The sign-in link is not good any more: each is good once, for ten minutes. Start the server again for a new one, or sign in with an API key.',
  'oidc-refused': 'The identity provider did not sign you in.',
  'oidc-failed': 'What the identity provider answered was not good, so you are not signed in.',
  'oidc-unavailable': 'The identity provider cannot be reached at the moment.',
  throttled: 'There were too many attempts to sign in. Wait a minute and try again.',
};

/** Why a person is here, from the page's address and from the page that sent them. */
export function arrivalOf(query: URLSearchParams, state: unknown): Arrival | undefined {
  const word = query.get('reason');
  if (word !== null) {
    const requestId = query.get('request');
    return { type: 'error', text: problems[word] ?? `Signing in failed (${word}).`, ...(requestId === null ? {} : { requestId }) };
  }
  if (!isRecord(state)) {
    return undefined;
  }
  if (state.ended === true) {
    return { type: 'warning', text: ended };
  }
  return state.left === true ? { type: 'info', text: 'You are signed out.' } : undefined;
}

/** The page to open afterwards: one of the console's own, never another site's. */
export function destinationOf(query: URLSearchParams): string {
  const to = query.get('to');
  return to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
