import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const className = /awsui_[A-Za-z0-9-]+(?:__[A-Za-z0-9-]+)*_[a-z0-9]{5}_[a-z0-9]{5}_\d+/g;
const token = /--[a-z][A-Za-z0-9-]*-[a-z0-9]{6}\b/g;
const tokenWithFallback = /var\((--(?!awsui-)[a-z][A-Za-z0-9-]*-[a-z0-9]{6}),/g;

const holders = new Map<string, string>();

/**
 * Makes Cloudscape's style sheets a third lighter on the wire: its class names and design tokens, each long and ending in a random
 * suffix, become six letters, the same in style sheets and scripts; and tokens lose their fallbacks, for the sheets define every one
 * of them. Tokens that begin with `--awsui-` keep theirs: those are for components to set, and mostly nobody does.
 */
export function cloudscapeNames(): Plugin {
  return {
    name: 'cloudscape-names',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (id.includes('/@cloudscape-design/') ? { code: renamed(code, id), map: null } : null),
  };
}

/** A file of Cloudscape's with short names. */
export function renamed(code: string, file: string): string {
  const plain = /\.css(\?|$)/.test(file) ? withoutFallbacks(code) : code;
  return plain.replace(className, shortened).replace(token, (name) => `--${shortened(name)}`);
}

/** The same letters in every build, so that a file's content changes only when the file does. */
function shortened(name: string): string {
  const letters = `a${createHash('sha256').update(name).digest('base64').replace(/[^A-Za-z0-9]/g, '').slice(0, 5)}`;
  const holder = holders.get(letters) ?? name;
  if (holder !== name) {
    throw new Error(`Two names of Cloudscape come out as ${letters}: ${holder} and ${name}.`);
  }
  holders.set(letters, name);
  return letters;
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
