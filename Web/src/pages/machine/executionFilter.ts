import type { ExecutionSearch } from '../../machines/executionSearch.ts';

/** One condition of the filter: `status = FAILED`, `name : order`. */
export interface FilterToken {
  readonly propertyKey?: string;
  readonly operator: string;
  readonly value: unknown;
}

export const statuses: readonly NonNullable<ExecutionSearch['status']>[number][] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** What the address says of the filter. */
const keys = ['status', 'name', 'text', 'anywhere', 'redriven'];

/**
 * What the server is asked for. Several statuses are alternatives, everything else must hold together; of two conditions
 * on the same property the last one counts. Words without a property may be anywhere: in the name, the input or the output.
 */
export function searchOf(tokens: readonly FilterToken[]): ExecutionSearch {
  const wanted = tokens.filter(({ propertyKey }) => propertyKey === 'status').flatMap(({ value }) => statuses.filter((status) => status === value));
  const last = (key: string | undefined): string | undefined => {
    const value = tokens.findLast(({ propertyKey }) => propertyKey === key)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const name = last('name');
  const text = last('text');
  const anywhere = last(undefined);
  const redriven = last('redriven');
  return {
    ...(wanted.length === 0 ? {} : { status: [...new Set(wanted)] }),
    ...(name === undefined ? {} : { name }),
    ...(text === undefined ? {} : { text }),
    ...(anywhere === undefined ? {} : { anywhere }),
    ...(redriven === undefined ? {} : { redriven: redriven === 'yes' }),
  };
}

/** The filter in the page's address. */
export function tokensFrom(address: URLSearchParams): readonly FilterToken[] {
  return keys.flatMap((key) => address.getAll(key).map((value) => (key === 'anywhere' ? { operator: ':', value } : { propertyKey: key, operator: operatorOf(key), value })));
}

/** The page's address with another filter; whatever else is in it stays. */
export function withTokens(address: URLSearchParams, tokens: readonly FilterToken[]): URLSearchParams {
  const changed = new URLSearchParams(address);
  for (const key of keys) {
    changed.delete(key);
  }

  const { status = [], name, text, anywhere, redriven } = searchOf(tokens);
  status.forEach((each) => changed.append('status', each));
  for (const [key, value] of Object.entries({ name, text, anywhere, redriven: redriven === undefined ? undefined : redriven ? 'yes' : 'no' })) {
    if (value !== undefined) {
      changed.set(key, value);
    }
  }

  return changed;
}

function operatorOf(propertyKey: string): string {
  return propertyKey === 'status' || propertyKey === 'redriven' ? '=' : ':';
}
