import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../src/editor/prettyJson.ts';

describe('prettyJson', () => {
  it('puts every value on a line of its own', () => {
    expect(prettyJson('{"a":[1,{}],"b":{"c":[]}}')).toBe('{\n  "a": [\n    1,\n    {}\n  ],\n  "b": {\n    "c": []\n  }\n}');
  });

  it('keeps the characters of numbers and texts', () => {
    expect(prettyJson('[1.0,12345678901234567890,"a\\u0041: {,"]')).toBe('[\n  1.0,\n  12345678901234567890,\n  "a\\u0041: {,"\n]');
  });

  it('gives back what is no JSON', () => {
    expect(prettyJson('{"a":')).toBe('{"a":');
  });
});
