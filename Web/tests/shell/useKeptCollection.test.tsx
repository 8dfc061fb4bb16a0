import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { useKeptCollection } from '../../src/shell/useKeptCollection.ts';

const numbers = Array.from({ length: 30 }, (_, number) => ({ name: `item ${number}` }));

function List() {
  const { items, filterProps, paginationProps } = useKeptCollection(numbers, { filtering: { fields: ['name'] }, pagination: { pageSize: 5 } });
  return (
    <>
      <p>{`${filterProps.filteringText}: ${items.map(({ name }) => name).join(', ')}`}</p>
      <button onClick={() => filterProps.onChange({ detail: { filteringText: '1' } })}>Filter</button>
      <button onClick={() => paginationProps.onChange({ detail: { currentPageIndex: paginationProps.currentPageIndex + 1 } })}>Next</button>
    </>
  );
}

test('Back from a page leads to the filter and the page of the list that was left', async () => {
  const router = createMemoryRouter([
    { path: '/', element: <List /> },
    { path: '/thing', element: <p>A thing</p> },
  ]);
  render(<RouterProvider router={router} />);
  const press = (name: string) => {
    act(() => screen.getByText(name).click());
  };

  press('Filter');
  press('Next');
  expect(screen.getByText('1: item 14, item 15, item 16, item 17, item 18')).toBeDefined();
  await act(() => router.navigate('/thing'));
  await act(() => router.navigate(-1));

  expect(screen.getByText('1: item 14, item 15, item 16, item 17, item 18')).toBeDefined();
});
