import { autocompletion } from '@codemirror/autocomplete';
import { jsonLanguage } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { aslCompletion } from './aslCompletion.ts';
import { CodeArea } from './CodeArea.tsx';
import { pathAt, placeOfPointer } from './jsonPlaces.ts';
import { ProblemList } from './ProblemList.tsx';
import { problemMarks } from './problemMarks.ts';
import type { Check, TextProblem } from './problemMarks.ts';
import { stateNameIn } from './stateNameIn.ts';

interface AslEditorProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  /** Asks what is wrong with the definition. Another function checks the text anew. */
  readonly check: Check;
  /** Tells what is wrong, and whether that is known of the text as it is now. */
  readonly onProblems?: (problems: readonly TextProblem[], isChecked: boolean) => void;
  /** Pointer of the state to scroll to. */
  readonly shown?: string | null;
  /** The state that the cursor is in. */
  readonly onState?: (name: string) => void;
  readonly height?: number | string;
}

const treeTime = 200;

/** A definition in the States Language: completion of types, fields and names, and its problems under the characters that have them. */
export function AslEditor({ value, onChange, label, check, onProblems, shown = null, onState, height = 480 }: AslEditorProps) {
  const [problems, setProblems] = useState<readonly TextProblem[]>([]);
  const [isChecked, setChecked] = useState(false);
  const [checkFailure, setCheckFailure] = useState('');
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useRef({ check, onState });

  useEffect(() => {
    latest.current = { check, onState };
  }, [check, onState]);

  const extensions = (): Extension => [
    lintGutter(),
    jsonLanguage.data.of({ autocomplete: aslCompletion }),
    autocompletion({ icons: false }),
    problemMarks(
      async (text, signal) => {
        try {
          const found = await latest.current.check(text, signal);
          setCheckFailure('');
          return found;
        } catch (error) {
          if (!signal.aborted) {
            setCheckFailure(error instanceof Error ? error.message : String(error));
          }

          return [];
        }
      },
      (found, done) => {
        setChecked(done);
        if (done) {
          setProblems(found);
        }
      },
    ),
    EditorView.updateListener.of(({ selectionSet, view: { hasFocus }, state }) => {
      const name = selectionSet && hasFocus ? stateNameAt(state) : null;
      if (name !== null) {
        latest.current.onState?.(name);
      }
    }),
  ];

  const tellProblems = useEffectEvent(() => onProblems?.(problems, isChecked));

  useEffect(() => {
    tellProblems();
  }, [problems, isChecked]);

  useEffect(() => {
    if (view !== null && shown !== null && !view.hasFocus) {
      const tree = ensureSyntaxTree(view.state, view.state.doc.length, treeTime);
      if (tree !== null) {
        const { from } = placeOfPointer(tree, view.state.doc.toString(), shown);
        view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      }
    }
  }, [view, shown]);

  const open = (problem: TextProblem): void => {
    if (view !== null) {
      const at = Math.min(problem.from, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    }
  };

  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="code" style={{ height }} data-invalid={errors > 0}>
      <CodeArea value={value} onChange={onChange} label={label} extensions={extensions} onView={setView} />
      {problems.length > 0 && <ProblemList problems={problems} onOpen={open} />}
      <div className="code-foot" role="status">
        {checkFailure !== '' ? `The definition could not be checked: ${checkFailure}` : wordsOf(problems.length, errors, isChecked)}
      </div>
    </div>
  );
}

function stateNameAt(state: EditorState): string | null {
  const tree = ensureSyntaxTree(state, state.doc.length, treeTime);
  return tree === null ? null : stateNameIn(pathAt(tree, state.doc.toString(), state.selection.main.head));
}

function wordsOf(count: number, errors: number, isChecked: boolean): string {
  if (!isChecked) {
    return 'Checking…';
  }

  if (count === 0) {
    return 'No problems.';
  }

  const warnings = count - errors;
  return [counted(errors, 'error'), counted(warnings, 'warning')].filter((words) => words !== '').join(', ');
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
