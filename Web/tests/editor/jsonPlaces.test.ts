import { jsonLanguage } from '@codemirror/lang-json';
import { describe, expect, it } from 'vitest';
import { pathAt, placeOfPointer } from '../../src/editor/jsonPlaces.ts';
import { stateNameIn } from '../../src/editor/stateNameIn.ts';

const text = '{"StartAt": "A", "States": {"A": {"Type": "Pas", "Next": "B"}, "a/b": {"Retry": [{"ErrorEquals": ["X", 5]}]}}}';
const tree = jsonLanguage.parser.parse(text);

function marked(pointer: string): string {
  const { from, to } = placeOfPointer(tree, text, pointer);
  return text.slice(from, to);
}

describe('placeOfPointer', () => {
  it.each([
    ['/StartAt', '"A"'],
    ['/States/A/Type', '"Pas"'],
    ['/States/A', '"A"'],
    ['/States/a~1b/Retry', '"Retry"'],
    ['/States/a~1b/Retry/0/ErrorEquals/1', '5'],
    ['/States/a~1b/Retry/0', '{'],
    ['/States/A/Missing', '"A"'],
    ['/States/Gone/Type', '"States"'],
    ['', '{'],
  ])('%s is %s', (pointer, characters) => {
    expect(marked(pointer)).toBe(characters);
  });

  it('finds something in a text that is no JSON', () => {
    expect(placeOfPointer(jsonLanguage.parser.parse('nothing'), 'nothing', '/a')).toEqual({ from: 0, to: 1 });
  });
});

describe('pathAt', () => {
  it('leads to the state around the cursor', () => {
    expect(stateNameIn(pathAt(tree, text, text.indexOf('"Pas"') + 2))).toBe('A');
    expect(stateNameIn(pathAt(tree, text, text.indexOf('"X"') + 1))).toBe('a/b');
    expect(stateNameIn(pathAt(tree, text, text.indexOf('StartAt')))).toBeNull();
  });
});
