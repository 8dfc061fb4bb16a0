import { bandStarts } from './bandStarts.ts';
import type { DownwardLink } from './downward.ts';
import type { Part } from './scopeParts.ts';

/** Some rows of a deep graph. */
export class Band {
  private readonly allParts: Part[] = [];
  private readonly allLinks: DownwardLink[] = [];
  private readonly allRows = new Map<string, number>();

  /** A band of so many rows of states. */
  constructor(private readonly height: number) {}

  /** The states, and a part without any size wherever a way comes from the band above or goes on in the one below. */
  get parts(): readonly Part[] {
    return this.allParts;
  }

  /** What there is of each way in this band, under the id of the whole way. */
  get links(): readonly DownwardLink[] {
    return this.allLinks;
  }

  /** The row of every part, counted from above. */
  get rows(): ReadonlyMap<string, number> {
    return this.allRows;
  }

  add(part: Part, row: number): void {
    this.allParts.push(part);
    this.allRows.set(part.id, row);
  }

  /** Adds a way, or what of it lies between the bands above and below. */
  connect(link: DownwardLink, comesFromAbove: boolean, goesOnBelow: boolean): void {
    const [entry, exit] = [entryOf(link.id), exitOf(link.id)];
    if (comesFromAbove) {
      this.add({ id: entry, width: 0, height: 0 }, 0);
    }

    if (goesOnBelow) {
      this.add({ id: exit, width: 0, height: 0 }, this.height + 1);
    }

    this.allLinks.push({
      ...link,
      upper: comesFromAbove ? entry : link.upper,
      lower: goesOnBelow ? exit : link.lower,
      label: comesFromAbove ? null : link.label,
    });
  }
}

/** A deep graph in bands of no more than so many rows of states, from the first to the last. */
export function bandsOf(parts: readonly Part[], links: readonly DownwardLink[], levels: ReadonlyMap<string, number>, most: number): readonly Band[] {
  const levelOf = (id: string): number => levels.get(id) ?? 0;
  const starts = bandStarts(levels, links, most);
  const bands = starts.map((start, index) => ({ start, band: new Band((starts[index + 1] ?? start + most) - start) }));
  const within = (id: string): number => starts.findLastIndex((start) => start <= levelOf(id));

  for (const part of parts) {
    const place = bands[within(part.id)];
    place?.band.add(part, levelOf(part.id) - place.start + 1);
  }

  for (const link of links) {
    const [first, last] = [within(link.upper), within(link.lower)];
    bands.slice(first, last + 1).forEach(({ band }, index) => band.connect(link, index > 0, first + index < last));
  }

  return bands.map(({ band }) => band);
}

/** What stands for a way where it comes into a band from above. */
export function entryOf(way: string): string {
  return `${way} in`;
}

/** What stands for a way where it leaves a band downward. */
export function exitOf(way: string): string {
  return `${way} out`;
}
