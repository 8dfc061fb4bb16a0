import type { ExecutionHistory } from './executionHistory.ts';
import { jsonDifference } from './jsonDifference.ts';
import { childrenOf, type Child, type Scope, type Step } from './step.ts';

/** Something in which two executions differ. */
export interface Difference {
  readonly what: 'input' | 'taken' | 'attempts' | 'output' | 'failure' | 'status';
  /** Where in the data, as a JSON pointer; empty for the whole, and for what is no data. */
  readonly pointer: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
  /** The event by which it came to light: in the left execution, or in the right one where the left has none. */
  readonly event: number;
}

/** A step of both executions, or of one of them alone. */
export interface ComparedStep {
  readonly depth: number;
  readonly left: Step | undefined;
  readonly right: Step | undefined;
  readonly differences: readonly Difference[];
}

/** Two executions side by side: the same state, visited for the same time in the same branch or iteration, is one line. */
export function compareExecutions(left: ExecutionHistory, right: ExecutionHistory): ComparedStep[] {
  const lines: ComparedStep[] = [];
  compareScopes(left.root, right.root, 0, lines);
  return lines;
}

/** Where the two part for the first time: by what they were given, or else in the step whose difference came to light first. */
export function firstDifference(left: ExecutionHistory, right: ExecutionHistory, lines: readonly ComparedStep[]): FirstDifference | undefined {
  const given = jsonDifference(left.input, right.input);
  if (given !== undefined) {
    return { line: undefined, difference: { what: 'input', ...given, event: 1 } };
  }

  let first: FirstDifference | undefined;
  for (const line of lines) {
    for (const difference of line.differences) {
      if (first === undefined || difference.event < first.difference.event) {
        first = { line, difference };
      }
    }
  }

  return first;
}

export interface FirstDifference {
  /** The step, or undefined where the executions themselves were given something else. */
  readonly line: ComparedStep | undefined;
  readonly difference: Difference;
}

function compareScopes(left: Scope | undefined, right: Scope | undefined, depth: number, lines: ComparedStep[]): void {
  const onTheLeft = new Set(left?.steps.map(visitKey));
  const onTheRight = new Map(right?.steps.map(step => [visitKey(step), step]));
  const alone = (right?.steps ?? []).filter(step => !onTheLeft.has(visitKey(step)));
  let next = 0;
  for (const step of left?.steps ?? []) {
    const partner = onTheRight.get(visitKey(step));
    while (partner !== undefined && next < alone.length && (alone[next]?.id ?? 0) < partner.id) {
      compareSteps(undefined, alone[next++], depth, lines);
    }

    compareSteps(step, partner, depth, lines);
  }

  for (const step of alone.slice(next)) {
    compareSteps(undefined, step, depth, lines);
  }
}

function compareSteps(left: Step | undefined, right: Step | undefined, depth: number, lines: ComparedStep[]): void {
  lines.push({ depth, left, right, differences: differencesOf(left, right) });
  const pairs = new Map<number, [Child | undefined, Child | undefined]>();
  for (const child of left === undefined ? [] : childrenOf(left)) {
    pairs.set(child.index, [child, undefined]);
  }

  for (const child of right === undefined ? [] : childrenOf(right)) {
    pairs.set(child.index, [pairs.get(child.index)?.[0], child]);
  }

  for (const [leftChild, rightChild] of [...pairs].sort(([one], [other]) => one - other).map(([, pair]) => pair)) {
    compareScopes(leftChild?.scope, rightChild?.scope, depth + 1, lines);
  }
}

function differencesOf(left: Step | undefined, right: Step | undefined): Difference[] {
  if (left === undefined || right === undefined) {
    return [{ what: 'taken', pointer: '', left: left?.name, right: right?.name, event: left?.id ?? right?.id ?? 0 }];
  }

  const end = left.events.at(-1) ?? left.id;
  const differences: Difference[] = [];
  const input = jsonDifference(left.input, right.input);
  if (input !== undefined) {
    differences.push({ what: 'input', ...input, event: left.id });
  }

  const plain = (what: Difference['what'], one: string | undefined, other: string | undefined) => {
    if (one !== other) {
      differences.push({ what, pointer: '', left: one, right: other, event: end });
    }
  };
  plain('attempts', `${left.attempts.length}`, `${right.attempts.length}`);
  plain('failure', left.failure?.error, right.failure?.error);
  const output = jsonDifference(left.output, right.output);
  if (output !== undefined && left.output !== undefined && right.output !== undefined) {
    differences.push({ what: 'output', ...output, event: end });
  }

  plain('status', left.status, right.status);
  return differences;
}

function visitKey(step: Step): string {
  return `${step.visit} ${step.name}`;
}
