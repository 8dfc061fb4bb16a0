import type { Child, Step } from './step.ts';

/** Where a step is, readable: `Checkout › #3 › Pay`, `Ship › branch 2 › Label`. */
export function stepPath(step: Step): string {
  const child = step.scope.child;
  return child === undefined ? step.name : `${stepPath(child.owner)} › ${childName(child)} › ${step.name}`;
}

/** What a branch or an iteration is called. Iterations count from 0 as in AWS's console, branches from 1. */
export function childName(child: Child): string {
  return child.kind === 'iteration' ? `#${child.index}` : `branch ${child.index + 1}`;
}
