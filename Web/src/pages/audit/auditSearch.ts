/** Which records of the audit journal are shown. */
export interface AuditSearch {
  /** From this moment on. */
  since: string;
  who: string;
  /** What the action begins with. */
  action: string;
  /** `ok`, or the code of an error. */
  outcome: string;
}

const fields = ['since', 'who', 'action', 'outcome'] as const;

/** The search that an address says. */
export function readSearch(search: URLSearchParams): AuditSearch {
  const text = (name: (typeof fields)[number]) => search.get(name)?.trim() ?? '';
  return { since: Number.isNaN(Date.parse(text('since'))) ? '' : text('since'), who: text('who'), action: text('action'), outcome: text('outcome') };
}

/** The same as an address says it, and as the API takes it: what is not restricted is not said. */
export const saidOf = (search: AuditSearch): Partial<AuditSearch> =>
  Object.fromEntries(fields.map((field) => [field, search[field].trim()] as const).filter(([, text]) => text !== ''));
