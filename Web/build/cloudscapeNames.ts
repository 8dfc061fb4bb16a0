import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const className = /awsui_[A-Za-z0-9-]+(?:__[A-Za-z0-9-]+)*_[a-z0-9]{5}_[a-z0-9]{5}_\d+/g;
const token = /--[a-z][A-Za-z0-9-]*-[a-z0-9]{6}\b/g;
const tokenWithFallback = /var\((--(?!awsui-)[a-z][A-Za-z0-9-]*-[a-z0-9]{6}),/g;

const folder = new URL('../node_modules/@cloudscape-design', import.meta.url).pathname;

/**
 * Makes Cloudscape's style sheets half as heavy on the wire: its class names and design tokens, each long and ending in a random
 * suffix, become their number, the same in style sheets and scripts; and tokens lose their fallbacks, for the sheets define every one
 * of them. Tokens that begin with `--awsui-` keep theirs: those are for components to set, and mostly nobody does.
 */
export function cloudscapeNames(): Plugin {
  let names: ReadonlyMap<string, string> = new Map();
  return {
    name: 'cloudscape-names',
    apply: 'build',
    enforce: 'pre',
    buildStart: () => {
      names = shortNames(sheetsIn(folder).map((path) => readFileSync(path, 'utf8')));
    },
    transform: (code, id) => (id.includes('/@cloudscape-design/') ? { code: renamed(code, id, names), map: null } : null),
  };
}

/** A short name for each that is in the style sheets, those next to one another alike. */
export function shortNames(sheets: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name] of sheets.flatMap((sheet) => [...sheet.matchAll(new RegExp(`${className.source}|${token.source}`, 'g'))])) {
    if (!names.has(name)) {
      names.set(name, `${name.startsWith('--') ? '--' : ''}_${names.size.toString(36)}`);
    }
  }

  return names;
}

/** A file of Cloudscape's with short names. One that is in no style sheet stays as it is. */
export function renamed(code: string, file: string, names: ReadonlyMap<string, string>): string {
  const plain = /\.css(\?|$)/.test(file) ? withoutFallbacks(code) : code;
  const short = (name: string): string => names.get(name) ?? name;
  return plain.replace(className, short).replace(token, short);
}

/** The style sheets of a folder and the scripts that go with them, always in the same order. */
function sheetsIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.css(\.js)?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function withoutFallbacks(css: string): string {
  let out = '';
  let from = 0;
  for (const match of css.matchAll(tokenWithFallback)) {
    if (match.index >= from) {
      out += `${css.slice(from, match.index)}var(${match[1] ?? ''})`;
      from = endOfBracket(css, match.index + 'var'.length);
    }
  }
  return out + css.slice(from);
}

/** The place after the bracket that closes the one at `open`. */
function endOfBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) {
      return at + 1;
    }
  }
  throw new Error(`A bracket is not closed: ${text.slice(open, open + 80)}`);
}
