import type { Tag } from '../api/wire/machines.ts';

const mostTags = 50;
const longestKey = 128;
const longestValue = 256;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** What is wrong with each tag, in their order: null where nothing is. The rules are those of AWS. */
export function tagFaults(tags: readonly Tag[]): (string | null)[] {
  return tags.map(({ key, value }, index) => {
    if (key === '') {
      return 'A tag needs a key.';
    }
    if (tags.findIndex((tag) => tag.key === key) < index) {
      return 'There is such a key already.';
    }
    if (key.length > longestKey) {
      return `A key has at most ${longestKey} characters.`;
    }
    if (value.length > longestValue) {
      return `A value has at most ${longestValue} characters.`;
    }
    if (/^aws:/i.test(key)) {
      return 'Keys that begin with aws: are reserved.';
    }
    if (!allowed.test(key) || !allowed.test(value)) {
      return 'Letters, digits, spaces and _ . : / = + - @ are allowed.';
    }

    return index < mostTags ? null : `A resource has at most ${mostTags} tags.`;
  });
}
