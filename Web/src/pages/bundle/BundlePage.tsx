import '../execution/execution.css';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { readBundle, type Bundle } from '../../bundle/readBundle.ts';
import { BundleFault } from '../../bundle/bundleShape.ts';
import { formatBytes } from '../../tasks/formatBytes.ts';
import { ChooseBundle } from './ChooseBundle.tsx';
import { OpenedBundle } from './OpenedBundle.tsx';

const mostBytes = 512 * 1024 * 1024;

/** An execution that somebody exported, opened from its file: the browser reads it, and nothing of it goes to the server. */
export function BundlePage() {
  const [bundle, setBundle] = useState<Bundle | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const [, setLookedAt] = useSearchParams();

  const close = () => {
    setBundle(null);
    setLookedAt({}, { replace: true });
  };

  const open = (file: File) => {
    setReading(true);
    setError(null);
    contentOf(file)
      .then((content) => setBundle(readBundle(content)))
      .catch((fault: unknown) => setError(fault))
      .finally(() => setReading(false));
  };

  return bundle === null ? <ChooseBundle error={error} isReading={isReading} onFile={open} /> : <OpenedBundle bundle={bundle} onClose={close} />;
}

async function contentOf(file: File): Promise<string> {
  if (file.size > mostBytes) {
    throw new BundleFault(`Expected a file of at most ${formatBytes(mostBytes)}, found one of ${formatBytes(file.size)}.`);
  }

  return file.text();
}
