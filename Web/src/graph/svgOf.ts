import type { Picture, Shape } from './picture.ts';
import { textWidth } from './textWidth.ts';

export const pictureFont = 'Open Sans, Helvetica Neue, Roboto, Arial, sans-serif';

/** The picture as the text of an SVG file that needs nothing else. */
export function svgOf(picture: Picture): string {
  const { width, height } = picture;
  const size = `width="${String(width)}" height="${String(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(width)} ${String(height)}" font-family="${pictureFont}">`,
    `<rect ${size} fill="${escaped(picture.background)}"/>`,
    ...picture.shapes.map(elementOf),
    '</svg>',
    '',
  ].join('\n');
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height } = shape.box;
      return `<rect ${attributes({ x, y, width, height, rx: shape.radius, fill: shape.fill, stroke: shape.stroke })}/>`;
    }
    case 'path': {
      const dashes = shape.dashed ? '5 4' : 'none';
      return `<path ${attributes({ d: shape.path, fill: shape.fill, stroke: shape.stroke, 'stroke-dasharray': dashes })}/>`;
    }
    case 'text': {
      const { x, y, fill } = shape;
      const { size, bold } = shape.lettering;
      const weight = bold ? 600 : 400;
      // Whoever opens the file may have other fonts: the text is drawn as wide as there is room for it.
      const width = { textLength: textWidth(shape.text, shape.lettering), lengthAdjust: 'spacingAndGlyphs' };
      return `<text ${attributes({ x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle', ...width, fill })}>${escaped(shape.text)}</text>`;
    }
  }
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // XML cannot hold control characters at all.
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}
