import { createContext, useContext } from 'react';
import type { ThemeChoice, ThemeMode } from './theme.ts';

export interface Theme {
  choice: ThemeChoice;
  mode: ThemeMode;
  choose: (choice: ThemeChoice) => void;
}

export const ThemeContext = createContext<Theme>({ choice: 'system', mode: 'light', choose: () => undefined });

/** How the console looks: what the person chose, and whether that is light or dark now. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
