import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test, vi } from 'vitest';
import { problemMarks, type Check } from '../../src/editor/problemMarks.ts';

/** What is told of a text once it has been looked at. */
async function toldOf(text: string, check: Check | null) {
  const told = vi.fn();
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions: [json(), problemMarks(check, told)] }) });
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.anything(), true), { timeout: 30_000 });
  view.destroy();
  return told.mock.lastCall;
}

const nothing: Check = () => Promise.resolve([]);
const missing = { severity: 'error', message: 'Expected a definition, found nothing.', from: 0, line: 1, column: 1 };

test.each(['', ' \n '])('a definition that is empty is a mistake: %j', async (text) => {
  expect(await toldOf(text, nothing)).toEqual([[{ ...missing, to: text.length }], true]);
});

test('an input may be empty', async () => {
  expect(await toldOf('', null)).toEqual([[], true]);
});

test('a definition in which nothing is found has no mistake', async () => {
  expect(await toldOf('{}', nothing)).toEqual([[], true]);
});
