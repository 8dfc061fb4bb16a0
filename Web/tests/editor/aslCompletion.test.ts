import { CompletionContext } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { aslCompletion } from '../../src/editor/aslCompletion.ts';

/** What is offered where the text has a bar. */
function offered(marked: string): string[] {
  const at = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.slice(0, at) + marked.slice(at + 1), extensions: [json()] });
  ensureSyntaxTree(state, state.doc.length, Number.MAX_SAFE_INTEGER);
  return (aslCompletion(new CompletionContext(state, at, true))?.options ?? []).map(({ label }) => label.replaceAll('"', ''));
}

describe('aslCompletion', () => {
  it('offers the types of a state', () => {
    expect(offered('{"States": {"A": {"Type": "|"}}}')).toEqual(['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']);
  });

  it('offers the fields of the type that are not there yet', () => {
    const fields = offered('{"States": {"A": {"Type": "Wait", "Seconds": 1, "|"}}}');
    expect(fields).toContain('Next');
    expect(fields).not.toContain('Seconds');
    expect(fields).not.toContain('Branches');
  });

  it('offers the fields of the query language that is spoken', () => {
    expect(offered('{"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "|"}}}')).toContain('Arguments');
    expect(offered('{"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "|"}}}')).not.toContain('Parameters');
    expect(offered('{"States": {"A": {"Type": "Task", "|"}}}')).toContain('Parameters');
  });

  it('offers the states of the same scope as targets', () => {
    const inner = '{"StartAt": "I", "States": {"I": {"Type": "Pass", "Next": "|"}, "J": {"Type": "Succeed"}}}';
    expect(offered(`{"States": {"M": {"Type": "Map", "ItemProcessor": ${inner}}}}`)).toEqual(['I', 'J']);
    expect(offered('{"StartAt": "|", "States": {"A": {}, "B": {}}}')).toEqual(['A', 'B']);
  });

  it('offers errors to a retrier', () => {
    expect(offered('{"States": {"A": {"Type": "Task", "Retry": [{"ErrorEquals": ["|"]}]}}}')).toContain('States.Timeout');
  });

  it('has nothing to say about a payload', () => {
    expect(offered('{"States": {"A": {"Type": "Task", "Parameters": {"|"}}}}')).toEqual([]);
  });
});
