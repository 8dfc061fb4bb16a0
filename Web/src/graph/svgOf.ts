import type { Picture, Shape } from './picture';

export const pictureFont = 'Open Sans, Helvetica, Arial, sans-serif';

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
      const dashes = shape.dashed ? { 'stroke-dasharray': '5 4' } : {};
      return `<path ${attributes({ d: shape.path, fill: shape.fill, stroke: shape.stroke, ...dashes })}/>`;
    }
    case 'text': {
      const { x, y, size, fill } = shape;
      const weight = shape.bold ? { 'font-weight': 600 } : {};
      return `<text ${attributes({ x, y, 'font-size': size, 'text-anchor': 'middle', fill, ...weight })}>${escaped(shape.text)}</text>`;
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
    // XML cannot hold these at all.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}
