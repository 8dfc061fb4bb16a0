import type { DownwardLink } from './downward.ts';

/** Up to this many rows may be passed by all ways together; each of them takes time. */
const most = 3_000;

/** What is passed by those ways that still pass rows once the longest have gone. */
const few = 1_000;

/** The ways that have to go for the others to be laid out in good time: none mostly, and the longest where all of them together pass very many rows. */
export function farLinks(links: readonly DownwardLink[], levels: ReadonlyMap<string, number>): ReadonlySet<DownwardLink> {
  const passings = links.map((link) => ({ link, rows: rowsPassed(link, levels) })).sort((one, other) => one.rows - other.rows);
  const all = passings.reduce((sum, { rows }) => sum + rows, 0);
  let passed = 0;
  return new Set(all <= most ? [] : passings.filter(({ rows }) => rows > 0 && (passed += rows) > few).map(({ link }) => link));
}

function rowsPassed({ upper, lower }: DownwardLink, levels: ReadonlyMap<string, number>): number {
  return Math.max(0, (levels.get(lower) ?? 0) - (levels.get(upper) ?? 0) - 1);
}
