import type { ExecutionHistory } from './executionHistory.ts';
import { childrenOf, statusOf, type Child, type Scope, type Step, type StepStatus } from './step.ts';

/** Which iteration of a Map is looked at, by the Map's name. */
export type ChosenIterations = ReadonlyMap<string, number>;

/** What the graph of the machine shows: the last visit to each state, inside a Map that of one iteration. */
export function lastVisits(history: ExecutionHistory, chosen: ChosenIterations): Map<string, Step> {
  const visits = new Map<string, Step>();
  collect(history.root, chosen, visits);
  return visits;
}

/** By state name, how far the last visit has come. */
export function graphStatuses(visits: ReadonlyMap<string, Step>): Map<string, StepStatus> {
  return new Map([...visits].map(([name, step]) => [name, step.status]));
}

/** Small words beside the states: how often one was tried, and how many iterations there are. */
export function graphNotes(visits: ReadonlyMap<string, Step>): Map<string, string> {
  const notes = new Map<string, string>();
  for (const [name, step] of visits) {
    const note = noteOf(step);
    if (note !== undefined) {
      notes.set(name, note);
    }
  }

  return notes;
}

/** The iteration that is shown unless another is chosen: one that failed, one that runs, or the first. */
export function shownIteration(map: Step, chosen: ChosenIterations): Child | undefined {
  const iterations = childrenOf(map);
  const wanted = chosen.get(map.name);
  return (
    (wanted === undefined ? undefined : iterations.find(child => child.index === wanted)) ??
    iterations.find(child => child.status === 'failed') ??
    iterations.find(child => child.status === 'inProgress') ??
    iterations[0]
  );
}

function collect(scope: Scope, chosen: ChosenIterations, visits: Map<string, Step>): void {
  for (const [name, step] of scope.latest) {
    visits.set(name, step);
    if (step.type === 'Map') {
      const iteration = shownIteration(step, chosen);
      if (iteration !== undefined) {
        collect(iteration.scope, chosen, visits);
      }
    } else {
      for (const branch of childrenOf(step)) {
        collect(branch.scope, chosen, visits);
      }
    }
  }
}

function noteOf(step: Step): string | undefined {
  const children = childrenOf(step);
  if (step.type === 'Map' && children.length > 0) {
    const done = children.filter(child => statusOf(child) === 'succeeded').length;
    return `${done} of ${step.length ?? children.length}`;
  }

  const tries = step.attempts.length;
  if (tries > 1) {
    return `attempt ${tries}`;
  }

  return step.visit > 1 ? `visit ${step.visit}` : undefined;
}
