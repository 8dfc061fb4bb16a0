/**
 * An event of an execution's history in AWS's own shape: times are epoch seconds, inputs and outputs JSON inside a text. Its particulars
 * are in one more member, named for the type: `stateEnteredEventDetails`, `taskFailedEventDetails` …
 */
export interface HistoryEvent {
  readonly id: number;
  /** The event this one follows from; 0 for the first two. */
  readonly previousEventId?: number | undefined;
  readonly timestamp: number;
  readonly type: string;
}

/** The particulars of all types in one shape; what a type does not have is absent. */
export interface EventDetails {
  readonly name?: string;
  readonly index?: number;
  readonly length?: number;
  readonly input?: string;
  readonly output?: string;
  readonly parameters?: string;
  readonly resource?: string;
  readonly resourceType?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly state?: string;
  readonly location?: string;
  readonly mapRunArn?: string;
  readonly redriveCount?: number;
  readonly assignedVariables?: Readonly<Record<string, string>>;
}

const none: EventDetails = {};

/** The particulars of an event, whatever member they are in; empty for types that have none. */
export function detailsOf(event: HistoryEvent): EventDetails {
  const details: unknown = Reflect.get(event, detailsName(event.type));
  return isDetails(details) ? details : none;
}

/** The member that holds the particulars: the type's name, but for states one for all types. */
export function detailsName(type: string): string {
  const subject = type.endsWith('StateEntered') ? 'StateEntered' : type.endsWith('StateExited') ? 'StateExited' : type;
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}EventDetails`;
}

/** Named boundary: the server writes the particulars as AWS documents them. */
function isDetails(value: unknown): value is EventDetails {
  return typeof value === 'object' && value !== null;
}
