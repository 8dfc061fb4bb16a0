import { describe, expect, it } from 'vitest';
import { cutToWidth, textWidth } from '../../src/graph/textWidth.ts';

const name = { size: 14, bold: true };

describe('textWidth', () => {
  it('takes letters for as wide as they are', () => {
    expect(['WAREHOUSE_SUMMARY', 'warehouse_summary', 'illicit', 'é', '検査', ''].map((text) => textWidth(text, name))).toEqual([167, 150, 35, 9, 28, 0]);
    expect(textWidth('WAREHOUSE_SUMMARY', { size: 11, bold: false })).toBe(126);
  });
});

describe('cutToWidth', () => {
  it('leaves a text alone that fits, and shows of others what does', () => {
    expect(cutToWidth('WAREHOUSE_SUMMARY', 167, name)).toBe('WAREHOUSE_SUMMARY');
    expect(cutToWidth('WAREHOUSE_SUMMARY', 166, name)).toBe('WAREHOUSE_SUMMA…');
    expect(cutToWidth('illicit', 30, name)).toBe('illi…');
    expect(cutToWidth('検査検査', 45, name)).toBe('検査…');
  });

  it('shows nothing but the ellipsis where there is room for nothing', () => {
    expect(cutToWidth('Ship', 0, name)).toBe('…');
  });
});
