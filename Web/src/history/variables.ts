import { stepPath } from './stepPath.ts';
import { childrenOf, type Scope, type Step } from './step.ts';

/** A variable that a state has assigned. */
export interface Variable {
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  /** The state that assigned it last. */
  readonly assignedBy: string;
  /** Where it can be seen: in the whole machine, or in a branch or an iteration. */
  readonly scope: string;
}

/** All variables there are, those of the machine first; what ended branches and iterations had is forgotten, as it is in the execution. */
export function variablesOf(scope: Scope, name = 'State machine'): Variable[] {
  const variables = new Map<string, Variable>();
  for (const step of scope.steps) {
    for (const [variable, value] of Object.entries(step.assigned ?? {})) {
      variables.set(variable, { name: variable, value, assignedBy: step.name, scope: name });
    }
  }

  const last = scope.steps.at(-1);
  const running = last?.status === 'inProgress' ? childrenOf(last).filter(child => child.status === 'inProgress') : [];
  const inner = running.flatMap(child => variablesOf(child.scope, `${stepPath(child.owner)} › ${child.kind === 'iteration' ? `#${child.index}` : `branch ${child.index + 1}`}`));
  return [...variables.values(), ...inner];
}

/** The variables that a state saw when it was entered, as JSON texts by their names: its scope's own, and those of the scopes around it. */
export function variablesSeenBy(step: Step): ReadonlyMap<string, string> {
  const owner = step.scope.child?.owner;
  const seen = new Map(owner === undefined ? [] : variablesSeenBy(owner));
  for (const before of step.scope.steps.slice(0, step.scope.steps.indexOf(step))) {
    for (const [name, value] of Object.entries(before.assigned ?? {})) {
      seen.set(name, value);
    }
  }

  return seen;
}
