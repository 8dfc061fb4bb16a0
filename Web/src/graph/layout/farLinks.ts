import type { DownwardLink } from './downward.ts';

/** The longest of the ways, as many as have to go for those that stay to pass no more than so many rows in all. */
export function farLinks(links: readonly DownwardLink[], levels: ReadonlyMap<string, number>, rows: number): ReadonlySet<DownwardLink> {
  const reaches = links.map((link) => ({ link, rows: (levels.get(link.lower) ?? 0) - (levels.get(link.upper) ?? 0) })).sort((a, b) => a.rows - b.rows);
  let passed = 0;
  return new Set(reaches.filter((reach) => (passed += reach.rows) > rows).map(({ link }) => link));
}
