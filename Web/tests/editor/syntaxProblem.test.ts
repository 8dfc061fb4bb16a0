import { describe, expect, it } from 'vitest';
import { syntaxProblemOf } from '../../src/editor/syntaxProblem.ts';

describe('syntaxProblemOf', () => {
  it.each(['{}', '[1, -2.5e3, "a\\u00e9\\n", true, null, {"a": []}]', ' 3 ', '"\u007f"'])('finds nothing in %j', (text) => {
    expect(syntaxProblemOf(text)).toBeNull();
  });

  it.each([
    ['{"a": 1 "b": 2}', 8, "Expected ',' or '}', found '\"'."],
    ['{"a": 1,}', 8, "Expected another field after the comma, found '}'."],
    ['[1,]', 3, "Expected another item after the comma, found ']'."],
    ['{a: 1}', 1, "Expected a field name in double quotes, found 'a'."],
    ['{"a" 1}', 5, "Expected ':', found '1'."],
    ['{"a": tru}', 6, "Expected a value, found 't'."],
    ['{"a": "x\n"}', 6, "Expected a closing '\"' on the same line."],
    ['{"a": "\\x"}', 7, 'This is no escape that JSON has.'],
    ['{"a": [1, 2', 11, "Expected ',' or ']', found the end of the text."],
    ['{} x', 3, "Expected the end of the text, found 'x'."],
    ['\uFEFF{}', 0, 'Expected a value, found U+FEFF.'],
    ['[1\u00A0]', 2, "Expected ',' or ']', found U+00A0."],
    ['', 0, 'Expected a value, found the end of the text.'],
  ])('says of %j where and why', (text, at, message) => {
    expect(syntaxProblemOf(text)).toEqual({ at, message });
  });

  it('has a place for whatever JSON.parse refuses when a character is taken out', () => {
    const text = '{"a": [1, {"b": "c\\n"}, true], "d": -0.5e2}';
    for (let at = 0; at < text.length; at++) {
      const broken = text.slice(0, at) + text.slice(at + 1);
      let isJson = true;
      try {
        JSON.parse(broken);
      } catch {
        isJson = false;
      }

      expect([broken, syntaxProblemOf(broken) === null]).toEqual([broken, isJson]);
    }
  });

  it('reads a list nested a hundred thousand deep', () => {
    expect(syntaxProblemOf('['.repeat(100_000))?.at).toBe(100_000);
  });
});
