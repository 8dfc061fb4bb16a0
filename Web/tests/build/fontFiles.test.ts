import { expect, test, vi } from 'vitest';
import { withFontFiles } from '../../build/fontFiles.ts';

test('a font in a style sheet becomes a file, and text is shown in another font until it is there', () => {
  const emit = vi.fn();
  const fileName = 'assets/font-795ea3ef.woff2';
  expect(withFontFiles('@font-face{src:url(data:font/woff2;base64,Zm9udA==)format("woff2")}', emit)).toBe(`@font-face{src:url(/${fileName})format("woff2");font-display:swap}`);
  expect(emit.mock.calls).toEqual([[fileName, Buffer.from('font')]]);
});
