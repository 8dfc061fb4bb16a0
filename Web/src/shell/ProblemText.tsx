import { ApiFailure } from '../api/failure.ts';

/** What went wrong in the API's own words, every fault of it once, and the request id by which the server's log knows it. */
export function ProblemText({ error }: { error: unknown }) {
  if (!(error instanceof ApiFailure)) {
    return <>{error instanceof Error ? error.message : String(error)}</>;
  }
  // The message about a single fault is that fault.
  const faults = error.faults.filter(({ detail }) => !error.message.includes(detail));
  return (
    <>
      <div>{error.message}</div>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
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
