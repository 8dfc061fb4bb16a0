import { stepPath, childName } from '../../history/stepPath.ts';
import { childrenOf, statusOf, type Child, type Scope, type Step, type StepStatus } from '../../history/step.ts';

/** A line of the table of steps: a step, or a branch or iteration with its steps. */
export interface StepRow {
  readonly key: string;
  readonly name: string;
  readonly step: Step | undefined;
  readonly child: Child | undefined;
  readonly type: string;
  readonly status: StepStatus;
  readonly resource: string;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
}

export function rowsOf(scope: Scope): StepRow[] {
  return scope.steps.map(step => stepRow(step, step.name));
}

/** What is inside a line: the branches or iterations of a step, the steps of a branch or iteration. */
export function rowsInside(row: StepRow): StepRow[] {
  if (row.child !== undefined) {
    return rowsOf(row.child.scope);
  }

  return row.step === undefined ? [] : childrenOf(row.step).map(childRow).sort((one, other) => one.startedAt - other.startedAt || index(one) - index(other));
}

export function hasRowsInside(row: StepRow): boolean {
  return row.child === undefined ? row.step !== undefined && childrenOf(row.step).length > 0 : row.child.scope.steps.length > 0;
}

/** The steps that a filter lets through, wherever they are, each under its whole path. */
export function matchingRows(steps: readonly Step[], text: string, status: StepStatus | undefined): StepRow[] {
  const wanted = text.trim().toLowerCase();
  return steps
    .filter(step => status === undefined || step.status === status)
    .map(step => stepRow(step, stepPath(step)))
    .filter(row => wanted === '' || row.name.toLowerCase().includes(wanted) || row.type.toLowerCase().includes(wanted) || row.resource.toLowerCase().includes(wanted));
}

function stepRow(step: Step, name: string): StepRow {
  return {
    key: String(step.id),
    name,
    step,
    child: undefined,
    type: step.type,
    status: step.status,
    resource: step.resource ?? step.mapRun ?? '',
    startedAt: step.enteredAt,
    endedAt: step.endedAt,
  };
}

function childRow(child: Child): StepRow {
  return {
    key: `${child.owner.id}.${child.attempt}.${child.index}`,
    name: childName(child),
    step: undefined,
    child,
    type: child.kind === 'branch' ? 'Branch' : 'Iteration',
    status: statusOf(child),
    resource: '',
    startedAt: child.startedAt,
    endedAt: child.endedAt ?? (statusOf(child) === 'inProgress' ? undefined : child.scope.steps.at(-1)?.endedAt),
  };
}

function index(row: StepRow): number {
  return row.child?.index ?? 0;
}
