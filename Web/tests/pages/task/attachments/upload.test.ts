import { describe, expect, it } from 'vitest';
import { attachmentAddress, mediaTypeOf } from '../../../../src/pages/task/attachments/upload.ts';

describe('the media type of a file', () => {
  it.each([
    ['a.pdf', 'application/pdf', 'application/pdf'],
    ['notes.MD', '', 'text/markdown'],
    ['rows.jsonl', '', 'application/jsonl'],
    ['README', '', 'application/octet-stream'],
    ['a.unheard-of', '', 'application/octet-stream'],
  ])('%s (%s) is %s', (name, type, expected) => {
    expect(mediaTypeOf({ name, type })).toBe(expected);
  });
});

it('puts names into addresses so that they stay names', () => {
  expect(attachmentAddress('task-1', 'a b/ü?#.txt', 'v 1')).toBe('/api/v1/tasks/task-1/attachments/a%20b%2F%C3%BC%3F%23.txt?version=v%201');
});
