import { openSans } from './openSans.ts';

export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

const firstLetter = 32;

/** What other letters are about as wide as: those of Latin, Greek and Cyrillic, and those of scripts that write in squares. */
const others = { most: 62, square: 100 };
const firstSquare = 0x2e80;
const ellipsis = '…';
const ellipsisWidth = 82;

/** How wide a text is in the console's font. Worked out rather than measured: workers, which lay graphs out, do not have the page's fonts. */
export function textWidth(text: string, { size, bold }: Lettering): number {
  const widths = bold ? openSans.bold : openSans.regular;
  return Math.ceil((Array.from(text).reduce((sum, letter) => sum + letterWidth(letter, widths), 0) * size) / 100);
}

/** As much of a text as is no wider than that, with an ellipsis where something is missing. */
export function cutToWidth(text: string, width: number, lettering: Lettering): string {
  const letters = Array.from(text);
  let shown = text;
  while (letters.length > 0 && textWidth(shown, lettering) > width) {
    letters.pop();
    shown = `${letters.join('')}${ellipsis}`;
  }

  return shown;
}

function letterWidth(letter: string, widths: readonly number[]): number {
  if (letter === ellipsis) {
    return ellipsisWidth;
  }

  const code = letter.codePointAt(0) ?? firstLetter;
  return widths[code - firstLetter] ?? (code < firstSquare ? others.most : others.square);
}
