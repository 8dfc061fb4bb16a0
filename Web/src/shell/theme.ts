import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** What the person chose. */
export type ThemeChoice = 'light' | 'dark' | 'system';

/** What is shown. */
export type ThemeMode = 'light' | 'dark';

const storedAs = 'taskorch.theme';

export const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** What the person chose last; `system` if nothing, or if the browser keeps nothing. */
export function rememberedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storedAs);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice. A browser that keeps nothing (private windows) goes by the system next time. */
export function remember(choice: ThemeChoice): void {
  try {
    localStorage.setItem(storedAs, choice);
  } catch {
    return;
  }
}

export function modeOf(choice: ThemeChoice, dark: boolean): ThemeMode {
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}

/** Shows a mode: Cloudscape's own, and the browser's scroll bars and form controls with it. */
export function show(mode: ThemeMode): void {
  applyMode(mode === 'dark' ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = mode;
}
