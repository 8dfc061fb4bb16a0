import type { Difference } from '../../history/comparison.ts';

/** A difference in a few words. */
export function differenceWords({ what, pointer, left, right }: Difference): string {
  const at = pointer === '' ? '' : ` at ${pointer}`;
  switch (what) {
    case 'input':
      return `Different input${at}`;
    case 'output':
      return `Different output${at}`;
    case 'taken':
      return left === undefined ? `Only the right one went through ${right ?? 'it'}` : `Only the left one went through ${left}`;
    case 'attempts':
      return `${left ?? '0'} attempts on the left, ${right ?? '0'} on the right`;
    case 'failure':
      return `Error: ${left ?? 'none'} on the left, ${right ?? 'none'} on the right`;
    case 'status':
      return 'Ended differently';
  }
}
