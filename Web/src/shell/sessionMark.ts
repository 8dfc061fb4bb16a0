const keptAs = 'taskorch.signed-in';

/** Takes down that this browser has a session, so that it can be told from a first visit that one has ended. The session itself is in a cookie that no script sees. */
export function markSignedIn(): void {
  keep((store) => store.setItem(keptAs, 'yes'));
}

export function markSignedOut(): void {
  keep((store) => store.removeItem(keptAs));
}

export function wasSignedIn(): boolean {
  return keep((store) => store.getItem(keptAs)) === 'yes';
}

/** A browser may keep nothing (private windows): then every visit is a first one. */
function keep<T>(work: (store: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
