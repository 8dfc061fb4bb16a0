/** One fault of a request, where it is and what it is. */
export interface Fault {
  /** A JSON pointer into the body, or the name of the parameter or header. */
  readonly pointer: string;
  readonly detail: string;
}

/** What the server answered instead of what it was asked for: a problem of the REST API or an error of the wire protocol. */
export class ApiFailure extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The kind of failure: the end of a problem's URN (`not-found`), or AWS's error name (`ExecutionDoesNotExist`). */
  readonly code: string;
  /** The id by which the server's log and audit journal know the request. */
  readonly requestId: string | undefined;
  /** The faults of the request, when the server named them one by one. */
  readonly faults: readonly Fault[];

  constructor(message: string, status: number, code: string, requestId?: string, faults: readonly Fault[] = []) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.faults = faults;
  }

  /** Whether the caller has to sign in (again). */
  get asksForSignIn(): boolean {
    return this.status === 401;
  }
}

/** The failure of a request that got no answer at all. */
export function unanswered(cause: unknown): ApiFailure {
  return new ApiFailure(`The server did not answer (${cause instanceof Error ? cause.message : String(cause)}).`, 0, 'no-answer');
}

/** Whether the caller itself called the request off, which is no failure. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
