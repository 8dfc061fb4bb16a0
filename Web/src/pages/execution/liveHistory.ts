import { followExecution, type LiveConnection, type LiveStatus } from '../../api/liveExecution.ts';
import { ExecutionHistory } from '../../history/executionHistory.ts';

/** What is known of an execution that is being followed. A new object each time something has come; the history in it is the same one, grown. */
export interface SeenExecution {
  readonly history: ExecutionHistory;
  /** How it stands; undefined until the history so far has been told. */
  readonly status: LiveStatus | undefined;
  /** The index of the newest fact; -1 before the first. */
  readonly fact: number;
  readonly connection: LiveConnection;
}

/** Follows an execution for as long as somebody listens; goes on where it was when somebody listens again. */
export class LiveHistory {
  private readonly executionArn: string;
  private readonly listeners = new Set<() => void>();
  /** What has come; `shown` follows it. */
  private seen: SeenExecution = { history: new ExecutionHistory(), status: undefined, fact: -1, connection: 'waiting' };
  private shown = this.seen;
  private stopFollowing: (() => void) | undefined;
  private told: number | undefined;

  constructor(executionArn: string) {
    this.executionArn = executionArn;
  }

  readonly current = (): SeenExecution => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.stopFollowing ??= this.follow();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.stopFollowing?.();
        this.stopFollowing = undefined;
      }
    };
  };

  /** Tries again after the server has refused. */
  readonly reconnect = (): void => {
    this.stopFollowing?.();
    this.stopFollowing = this.follow();
  };

  private follow(): () => void {
    return followExecution(this.executionArn, this.seen.history.lastEventId, {
      onHistory: ({ events, fact }) => {
        this.seen.history.append(events);
        this.tell({ fact });
      },
      onRewound: lastEventId => this.tell({ history: ExecutionHistory.upTo(this.seen.history.events, lastEventId) }),
      onStatus: status => this.tell({ status }),
      onConnection: connection => this.tell({ connection }),
    });
  }

  /** Tells the listeners at most once for what comes in one go: a long history comes in many batches. */
  private tell(news: Partial<SeenExecution>): void {
    this.seen = { ...this.seen, ...news };
    this.told ??= window.setTimeout(() => {
      this.told = undefined;
      this.shown = this.seen;
      for (const listener of this.listeners) {
        listener();
      }
    }, 30);
  }
}
