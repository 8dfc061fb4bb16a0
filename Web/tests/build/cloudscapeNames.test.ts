import { expect, test } from 'vitest';
import { renamed } from '../../build/cloudscapeNames.ts';

const sheet = '.awsui_root_18wu0_hdd32_28{color:var(--color-text-body-default-vvtq8u, light-dark(#000, #fff));gap:var(--awsui-gap-66120l, 4px)}:root{--color-text-body-default-vvtq8u:#111}';

test('a style sheet and a script come out with the same short names', () => {
  const { css, script } = { css: renamed(sheet, 'a.css'), script: renamed('export default {"root":"awsui_root_18wu0_hdd32_28"}', 'a.css.js') };
  const name = /"(a\w{5})"\}$/.exec(script)?.[1] ?? 'none';

  expect(css).toContain(`.${name}{`);
  expect(css + script).not.toContain('hdd32');
});

test('tokens lose their fallbacks, what is there to be set keeps its own', () => {
  const css = renamed(sheet, 'a.css');

  expect(css).toMatch(/color:var\(--(a\w{5})\);gap:var\(--a\w{5}, 4px\)\}:root\{--\1:#111\}$/);
});
