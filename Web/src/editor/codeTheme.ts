import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours come from editor.css, so that a change of the theme needs no new editor. */
export function codeTheme(): Extension {
  return [frame, syntaxHighlighting(colours), nonce()];
}

const frame = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--code-text)', backgroundColor: 'var(--code-background)' },
  '&.cm-focused': { outline: '2px solid var(--code-focus)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'Monaco, Menlo, Consolas, "Courier Prime", Courier, "Courier New", monospace', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--code-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--code-text)' },
  '.cm-gutters': { color: 'var(--code-faint)', backgroundColor: 'var(--code-gutter)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--code-line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--code-selection)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--code-selection)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--code-selection)', outline: '1px solid var(--code-faint)' },
  '.cm-foldPlaceholder': { color: 'var(--code-text)', backgroundColor: 'var(--code-gutter)', borderColor: 'var(--code-faint)' },
  '.cm-tooltip, .cm-panels': { color: 'var(--code-text)', backgroundColor: 'var(--code-background)', borderColor: 'var(--code-faint)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--code-background)', backgroundColor: 'var(--code-focus)' },
  '.cm-textfield': { color: 'var(--code-text)', backgroundColor: 'var(--code-background)' },
  '.cm-button': { color: 'var(--code-text)', backgroundImage: 'none', backgroundColor: 'var(--code-gutter)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--code-error) 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--code-warning) 1px', textUnderlineOffset: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--code-error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--code-warning)' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-name)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--code-word)' },
]);

/** The page's Content-Security-Policy lets in only style elements that bear its nonce. */
function nonce(): Extension {
  const value = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  return value === '' ? [] : EditorView.cspNonce.of(value);
}
