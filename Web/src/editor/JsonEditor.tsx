import { lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { useState } from 'react';
import { CodeArea } from './CodeArea.tsx';
import { problemMarks } from './problemMarks.ts';
import type { TextProblem } from './problemMarks.ts';

interface JsonEditorProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly height?: number | string;
}

/** A JSON text to write, such as an execution's input. Says at once where it stops being JSON. */
export function JsonEditor({ value, onChange, label, height = 240 }: JsonEditorProps) {
  const [problem, setProblem] = useState<TextProblem | null>(null);
  const extensions = (): Extension => [lintGutter(), problemMarks(null, ([found]) => setProblem(found ?? null))];

  return (
    <div className="code" style={{ height }} data-invalid={problem !== null}>
      <CodeArea value={value} onChange={onChange} label={label} extensions={extensions} />
      <div className="code-foot" role="status">
        {problem === null ? 'JSON' : `Not JSON: line ${problem.line}, column ${problem.column}: ${problem.message}`}
      </div>
    </div>
  );
}
