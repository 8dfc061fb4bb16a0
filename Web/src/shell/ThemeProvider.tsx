import { useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { modeOf, remember, rememberedChoice, show, systemIsDark, type ThemeChoice } from './theme.ts';
import { ThemeContext } from './useTheme.ts';

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(rememberedChoice);
  const [dark, setDark] = useState(systemIsDark.matches);
  const mode = modeOf(choice, dark);

  useEffect(() => {
    const listen = (event: MediaQueryListEvent) => setDark(event.matches);
    systemIsDark.addEventListener('change', listen);
    return () => systemIsDark.removeEventListener('change', listen);
  }, []);

  useLayoutEffect(() => show(mode), [mode]);

  const theme = useMemo(
    () => ({
      choice,
      mode,
      choose: (next: ThemeChoice) => {
        remember(next);
        setChoice(next);
      },
    }),
    [choice, mode],
  );

  return <ThemeContext value={theme}>{children}</ThemeContext>;
}
