const keptAs = 'taskorch.signed-in';

/** Takes down that this browser has a session, so that it can be told from a first visit that one has ended. The session itself is in a cookie that no script sees. */
export function markSignedIn(): void {
  keep((store) => store.setItem(keptAs, 'yes'));
}

/** The session is being ended on purpose. Requests that are under way may be refused from now on. */
export function markLeaving(): void {
  keep((store) => store.setItem(keptAs, 'leaving'));
}

export function markSignedOut(): void {
  keep((store) => store.removeItem(keptAs));
}

/** Whether this browser had a session that nobody ended here, one that is being ended, or neither. */
export function markedSession(): 'signed in' | 'leaving' | 'none' {
  const mark = keep((store) => store.getItem(keptAs));
  return mark === 'yes' ? 'signed in' : mark === 'leaving' ? 'leaving' : 'none';
}

/** A browser may keep nothing (private windows): then every visit is a first one. */
function keep<T>(work: (store: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
