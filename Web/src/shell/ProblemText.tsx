import { ApiFailure } from '../api/failure.ts';

/** What went wrong in the API's own words, every fault of it, and the request id by which the server's log knows it. */
export function ProblemText({ error }: { error: unknown }) {
  if (!(error instanceof ApiFailure)) {
    return <>{error instanceof Error ? error.message : String(error)}</>;
  }
  return (
    <>
      <div>{error.message}</div>
      {error.faults.length > 0 && (
        <ul>
          {error.faults.map((fault) => (
            <li key={`${fault.pointer} ${fault.detail}`}>
              <code>{fault.pointer}</code>: {fault.detail}
            </li>
          ))}
        </ul>
      )}
      <small>
        {error.code}
        {error.requestId !== undefined && <>, request {error.requestId}</>}
      </small>
    </>
  );
}
