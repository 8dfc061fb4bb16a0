import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import type { Diagnostic as Mark } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { placeOfPointer } from './jsonPlaces.ts';
import { syntaxProblemOf } from './syntaxProblem.ts';

/** What is wrong with a text, and where, as people read it. */
export interface TextProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

/** A problem as whoever checks the text names it: its place is a JSON pointer. */
export interface PointedProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly pointer: string;
}

/** Checks a text that is JSON; one that is empty is missing. It is called off by the signal as soon as the text has changed. */
export type Check = (text: string, signal: AbortSignal) => Promise<readonly PointedProblem[]>;

const pause = 350;
const treeTime = 500;

/**
 * Marks what keeps the text from being JSON at once, and what `check` finds in it after a pause in the typing.
 * An answer to a text that has changed since is dropped. While a check is under way the marks before it move with the text.
 */
export function problemMarks(check: Check | null, onProblems: (problems: readonly TextProblem[], isChecked: boolean) => void): Extension {
  return ViewPlugin.define((view) => {
    const checker = new Checker(view, check, onProblems);
    checker.begin();
    return {
      update: (update: ViewUpdate) => {
        if (update.docChanged) {
          checker.begin();
        }
      },
      destroy: () => checker.stop(),
    };
  });
}

class Checker {
  private running = new AbortController();

  constructor(
    private readonly view: EditorView,
    private readonly check: Check | null,
    private readonly onProblems: (problems: readonly TextProblem[], isChecked: boolean) => void,
  ) {}

  begin(): void {
    this.stop();
    this.running = new AbortController();
    void this.run(this.running.signal);
  }

  stop(): void {
    this.running.abort();
  }

  private async run(signal: AbortSignal): Promise<void> {
    // An editor may not be changed while it is being updated.
    await Promise.resolve();
    const { state } = this.view;
    const text = state.doc.toString();
    const isEmpty = text.trim() === '';
    const syntax = isEmpty ? null : syntaxProblemOf(text);
    if (signal.aborted) {
      return;
    }

    if (syntax !== null) {
      const to = Math.min(text.length, syntax.at + 1);
      this.show([problemAt(state, Math.min(syntax.at, to), to, 'error', syntax.message)], true);
    } else if (this.check === null) {
      this.show([], true);
    } else if (isEmpty) {
      this.show([problemAt(state, 0, text.length, 'error', 'Expected a definition, found nothing.')], true);
    } else {
      this.onProblems([], false);
      await delay(pause, signal);
      await this.ask(this.check, state, text, signal);
    }
  }

  private async ask(check: Check, state: EditorState, text: string, signal: AbortSignal): Promise<void> {
    const found = signal.aborted ? null : await check(text, signal);
    if (found !== null && isCurrent(signal)) {
      const tree = ensureSyntaxTree(state, state.doc.length, treeTime) ?? syntaxTree(state);
      this.show(
        found.map(({ severity, message, pointer }) => {
          const { from, to } = placeOfPointer(tree, text, pointer);
          return problemAt(state, from, to, severity, message);
        }),
        true,
      );
    }
  }

  private show(problems: readonly TextProblem[], isChecked: boolean): void {
    const marks = problems.map(({ from, to, severity, message }): Mark => ({ from, to, severity, message }));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
    this.onProblems(problems, isChecked);
  }
}

function problemAt(state: EditorState, from: number, to: number, severity: TextProblem['severity'], message: string): TextProblem {
  const line = state.doc.lineAt(from);
  return { severity, message, from, to, line: line.number, column: from - line.from + 1 };
}

/** Asked anew after every wait, for the text may have changed meanwhile. */
function isCurrent(signal: AbortSignal): boolean {
  return !signal.aborted;
}

async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
