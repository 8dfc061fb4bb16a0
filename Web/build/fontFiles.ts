import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const embedded = /url\(["']?data:font\/woff2;base64,([A-Za-z0-9+/=]+)["']?\)(\s*format\([^)]*\))?/g;

/**
 * Makes files of the fonts that Cloudscape's global styles embed: a page then fetches the two it shows, after its style sheet and
 * beside its scripts, and the Content-Security-Policy needs no `data:` for fonts. Text is shown in another font until they are there.
 */
export function fontFiles(): Plugin {
  return {
    name: 'font-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = withFontFiles(String(file.source), (fileName, source) => this.emitFile({ type: 'asset', fileName, source }));
        }
      }
    },
  };
}

/** A style sheet that asks for files instead of the fonts in it, each of which is emitted. */
export function withFontFiles(styles: string, emit: (fileName: string, source: Buffer) => void): string {
  return styles.replace(embedded, (_all, encoded: string, format = '') => {
    const source = Buffer.from(encoded, 'base64');
    const fileName = `assets/font-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.woff2`;
    emit(fileName, source);
    return `url(/${fileName})${format};font-display:swap`;
  });
}
