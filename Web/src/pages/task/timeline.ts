import type { TaskChange, TaskStatus } from '../../tasks/types.ts';

/** One thing that was said while a task had a status. */
export interface TimelineLine {
  at: string;
  /** The person who did it; undefined if it was the workflow. */
  person?: string;
  /** The state of the workflow that reported it. */
  step?: string;
  note?: string;
}

/** A status that a task had for a while, with all that was said meanwhile. */
export interface TimelinePart {
  status: TaskStatus;
  from: string;
  /** When the next status came; undefined for the one it has now. */
  to?: string;
  lines: TimelineLine[];
}

const workflow = 'workflow';

/** The history of a task, put together by status: steps that report one after the other are lines of one part. */
export function timelineOf(history: readonly TaskChange[]): TimelinePart[] {
  const parts: TimelinePart[] = [];
  for (const change of history) {
    const current = parts.at(-1);
    if (current?.status === change.status) {
      current.lines.push(lineOf(change));
      continue;
    }
    if (current !== undefined) {
      current.to = change.at;
    }
    parts.push({ status: change.status, from: change.at, lines: [lineOf(change)] });
  }
  return parts;
}

function lineOf({ at, by, note }: TaskChange): TimelineLine {
  const isWorkflow = by === workflow || by.startsWith(`${workflow}:`);
  return {
    at,
    person: isWorkflow ? undefined : by,
    step: by.startsWith(`${workflow}:`) ? by.slice(workflow.length + 1) : undefined,
    note: note ?? undefined,
  };
}
