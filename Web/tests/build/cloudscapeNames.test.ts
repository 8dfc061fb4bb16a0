import { expect, test } from 'vitest';
import { renamed, shortNames } from '../../build/cloudscapeNames.ts';

const sheet = '.awsui_root_18wu0_hdd32_28{color:var(--color-text-body-default-vvtq8u, light-dark(#000, #fff));gap:var(--awsui-gap-66120l, 4px)}:root{--color-text-body-default-vvtq8u:#111}';

const names = shortNames([sheet]);

test('a style sheet and a script come out with the same short names', () => {
  expect(renamed(sheet, 'a.css', names)).toContain('._0{');
  expect(renamed('export default {"root":"awsui_root_18wu0_hdd32_28"}', 'a.css.js', names)).toBe('export default {"root":"_0"}');
});

test('a name that no style sheet has stays as it is', () => {
  expect(renamed('export default {"root":"awsui_root_18wu0_aaaaa_1"}', 'a.css.js', names)).toBe('export default {"root":"awsui_root_18wu0_aaaaa_1"}');
});

test('tokens lose their fallbacks, what is there to be set keeps its own', () => {
  expect(renamed(sheet, 'a.css', names)).toBe('._0{color:var(--_1);gap:var(--_2, 4px)}:root{--_1:#111}');
});
