import { useEffect, useRef, useState } from 'react';
import { parsed } from '../api/json.ts';
import { graphOf } from './graphOf.ts';
import { layoutOf } from './layout/layoutOf.ts';
import type { PlacedGraph } from './placedGraph.ts';

export interface Layout {
  /** The last graph that could be laid out; null until there is one. */
  readonly placed: PlacedGraph | null;
  /** Whether the definition is JSON at present; where it is not, the graph is that of an earlier text. */
  readonly readable: boolean;
  readonly failure: string | null;
}

/** The laid out graph of a definition that may change with every key pressed. Of the texts that come while a layout is under way only the last is laid out. */
export function useLayout(definition: string): Layout {
  const [layout, setLayout] = useState<Layout>({ placed: null, readable: true, failure: null });
  const wanted = useRef<string | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    wanted.current = definition;
    const work = async (): Promise<void> => {
      busy.current = true;
      while (wanted.current !== null) {
        const text = wanted.current;
        wanted.current = null;
        setLayout(await laidOut(text));
      }

      busy.current = false;
    };

    if (!busy.current) {
      void work();
    }

    return () => {
      wanted.current = null;
    };
  }, [definition]);

  return layout;
}

async function laidOut(text: string): Promise<(before: Layout) => Layout> {
  const definition = parsed(text);
  if (definition === undefined) {
    return (before) => ({ ...before, readable: false });
  }

  try {
    const placed = await layoutOf(graphOf(definition));
    return () => ({ placed, readable: true, failure: null });
  } catch (error) {
    return (before) => ({ ...before, readable: true, failure: error instanceof Error ? error.message : String(error) });
  }
}
