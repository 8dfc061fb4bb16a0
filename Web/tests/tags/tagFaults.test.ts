import { expect, test } from 'vitest';
import { tagFaults } from '../../src/tags/tagFaults.ts';

const tag = (key: string, value = '') => ({ key, value });

test('letters of any script, digits, spaces and some signs are allowed, and a value may be empty', () => {
  expect(tagFaults([tag('Größe 1'), tag('a_b.c:d/e=f+g-h@i', 'ordre 1')])).toEqual([null, null]);
});

test('each tag is told what is wrong with it', () => {
  expect(tagFaults([tag(''), tag('k'), tag('k'), tag('x'.repeat(129)), tag('v', 'x'.repeat(257)), tag('aws:internal'), tag('why?')])).toEqual([
    'A tag needs a key.',
    null,
    'There is such a key already.',
    'A key has at most 128 characters.',
    'A value has at most 256 characters.',
    'Keys that begin with aws: are reserved.',
    'Letters, digits, spaces and _ . : / = + - @ are allowed.',
  ]);
});

test('the fifty-first tag is one too many', () => {
  const tags = Array.from({ length: 51 }, (_, number) => tag(`k${number}`));

  expect(tagFaults(tags).findIndex((fault) => fault !== null)).toBe(50);
});
