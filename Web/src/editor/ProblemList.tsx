import type { TextProblem } from './problemMarks.ts';

interface ProblemListProps {
  readonly problems: readonly TextProblem[];
  readonly onOpen: (problem: TextProblem) => void;
}

/** The problems of a text, one a line; each leads to its place. */
export function ProblemList({ problems, onOpen }: ProblemListProps) {
  return (
    <ul className="code-problems" aria-label="Problems">
      {problems.map((problem) => (
        <li key={`${problem.from}:${problem.message}`}>
          <button type="button" className="code-problem" onClick={() => onOpen(problem)}>
            <span className={`code-problem-${problem.severity}`}>{problem.severity === 'error' ? 'Error' : 'Warning'}</span> at line {problem.line}, column{' '}
            {problem.column}: {problem.message}
          </button>
        </li>
      ))}
    </ul>
  );
}
