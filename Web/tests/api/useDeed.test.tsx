import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useDeed } from '../../src/api/useDeed.ts';

/** A deed whose requests are answered when the test says so. */
function deed() {
  const client = new QueryClient();
  const sent: string[] = [];
  const answers: ((fault?: Error) => void)[] = [];
  const mutationFn = async (wanted: string) => {
    sent.push(wanted);
    await new Promise<void>((resolve, reject) => answers.push((fault) => (fault === undefined ? resolve() : reject(fault))));
  };
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  return { sent, answers, ...renderHook(() => useDeed({ mutationFn }), { wrapper }) };
}

it.each([undefined, new Error('refused')])('sends one request for two clicks in the same instant, and another once that is over with %s', async (fault) => {
  const { sent, answers, result } = deed();

  act(() => {
    result.current.mutate('first');
    result.current.mutate('second');
  });
  await waitFor(() => expect(answers).toHaveLength(1));
  act(() => answers[0]?.(fault));
  await waitFor(() => expect(result.current.status).toBe(fault === undefined ? 'success' : 'error'));
  act(() => result.current.mutate('third'));
  await waitFor(() => expect(answers).toHaveLength(2));

  expect(sent).toEqual(['first', 'third']);
});
