import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { codeTheme } from './codeTheme.ts';
import './editor.css';

interface CodeAreaProps {
  readonly value: string;
  /** Left out where the text is only to be read. */
  readonly onChange?: (text: string) => void;
  /** What the text is, for those who do not see it. */
  readonly label: string;
  /** What the area has besides, asked for once, when it is first drawn. */
  readonly extensions?: () => Extension;
  /** Hands over the editor itself once it is there, and null when it goes. */
  readonly onView?: (view: EditorView | null) => void;
}

/** Marks the changes that came from outside, which are nobody's typing. */
const fromOutside = Annotation.define<boolean>();

/** A text of JSON in CodeMirror. Tab leaves the area, as people who use the keyboard expect; Ctrl+F searches in it. */
export function CodeArea({ value, onChange, label, extensions, onView }: CodeAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const tell = useEffectEvent((text: string) => onChange?.(text));
  const show = useEffectEvent((view: EditorView | null) => onView?.(view));

  const create = useEffectEvent((parent: HTMLElement) => {
    const listening = EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)) {
        tell(update.state.doc.toString());
      }
    });
    return new EditorView({
      parent,
      state: EditorState.create({ doc: value, extensions: [basics(label, onChange === undefined), extensions?.() ?? [], listening] }),
    });
  });

  useEffect(() => {
    if (place.current === null) {
      return;
    }

    const view = create(place.current);
    editor.current = view;
    show(view);
    return () => {
      show(null);
      view.destroy();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    const view = editor.current;
    if (view !== null && view.state.doc.toString() !== value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value }, annotations: fromOutside.of(true) });
    }
  }, [value]);

  return <div ref={place} className="code-area" />;
}

function basics(label: string, isReadOnly: boolean): Extension {
  return [
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    codeTheme(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, ...(isReadOnly ? { 'aria-readonly': 'true' } : {}) }),
    keymap.of([...defaultKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
    isReadOnly ? readingOnly : writing,
  ];
}

// Still focusable, so that the keyboard can scroll and copy.
const readingOnly: Extension = [EditorState.readOnly.of(true), EditorView.editable.of(false), EditorView.contentAttributes.of({ tabindex: '0' })];

const writing: Extension = [
  history(),
  indentUnit.of('  '),
  indentOnInput(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  keymap.of([...closeBracketsKeymap, ...historyKeymap, ...completionKeymap]),
];
