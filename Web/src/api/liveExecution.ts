import { hearTime } from './serverClock.ts';
import type { ExecutionStatus } from './wire/executions.ts';
import type { HistoryEvent } from './wire/history.ts';

/** A batch of an execution's history, and the index of the newest fact it follows from. */
export interface HistoryBatch {
  events: HistoryEvent[];
  fact: number;
}

/** How an execution stands. Moments are seconds since 1970, as on the wire protocol. */
export interface LiveStatus {
  status: ExecutionStatus;
  stopDate?: number;
  error?: string;
  cause?: string;
  redriveCount?: number;
  /** How many events the history has. */
  lastEventId?: number;
  /** The time on the server's clock. */
  now: string;
}

/** Whether the stream is open; `waiting` while the browser tries to connect again, `refused` once it has given up. */
export type LiveConnection = 'open' | 'waiting' | 'refused';

export interface LiveListener {
  onHistory: (batch: HistoryBatch) => void;
  /** What came after that event does not hold: other events follow. */
  onRewound: (lastEventId: number) => void;
  onStatus: (status: LiveStatus) => void;
  onConnection: (connection: LiveConnection) => void;
}

/**
 * Follows an execution: first its whole history after an event, then what happens, as it happens. A lost connection is made again by
 * the browser and resumes after the last event seen, so no event comes twice or is missed. Answers with what ends it.
 */
export function followExecution(executionArn: string, after: number, listener: LiveListener): () => void {
  const source = new EventSource(`/api/v1/executions/${encodeURIComponent(executionArn)}/live?after=${after}`);
  source.addEventListener('open', () => listener.onConnection('open'));
  source.addEventListener('error', () => listener.onConnection(source.readyState === EventSource.CLOSED ? 'refused' : 'waiting'));
  // The boundary: the data of these three events is what the API's document says it is.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  source.addEventListener('history', (event: MessageEvent<string>) => listener.onHistory(JSON.parse(event.data) as HistoryBatch));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  source.addEventListener('rewound', (event: MessageEvent<string>) => listener.onRewound((JSON.parse(event.data) as { lastEventId: number }).lastEventId));
  source.addEventListener('status', (event: MessageEvent<string>) => {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    const status = JSON.parse(event.data) as LiveStatus;
    hearTime(status.now);
    listener.onStatus(status);
  });
  return () => source.close();
}
