import { describe, expect, it } from 'vitest';
import { laneNumbers } from '../../../src/graph/layout/laneNumbers.ts';

describe('laneNumbers', () => {
  it('gives stretches beside one another lanes of their own, and those of one name the same', () => {
    const numbers = laneNumbers([
      { name: 'End', from: 30, to: 90 },
      { name: 'Again', from: 20, to: 40 },
      { name: 'End', from: 10, to: 90 },
      { name: 'Later', from: 50, to: 60 },
    ]);
    expect([...numbers]).toEqual([
      ['End', 0],
      ['Again', 1],
      ['Later', 1],
    ]);
  });
});
