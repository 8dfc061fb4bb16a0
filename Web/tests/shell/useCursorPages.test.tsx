import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, Link, RouterProvider, useSearchParams } from 'react-router';
import { expect, test } from 'vitest';
import { useCursorPages } from '../../src/shell/useCursorPages.ts';

function List() {
  const [search] = useSearchParams();
  const pages = useCursorPages(search.get('text') ?? '');
  return (
    <>
      <p>{`page ${pages.page} of ${pages.seen} from ${pages.cursor ?? 'the beginning'}`}</p>
      <button onClick={() => pages.goTo(pages.page + 1, `after ${pages.page}`)}>Next</button>
      <Link to="?text=else">Filter</Link>
      <Link to="/thing">Open</Link>
    </>
  );
}

const routerAt = () => {
  const router = createMemoryRouter([
    { path: '/', element: <List /> },
    { path: '/thing', element: <p>A thing</p> },
  ]);
  render(<RouterProvider router={router} />);
  return router;
};

const press = (name: string) => {
  act(() => screen.getByText(name).click());
};

test('Back from a page leads to the page of the list that was left', async () => {
  const router = routerAt();

  press('Next');
  press('Next');
  press('Open');
  expect(screen.getByText('A thing')).toBeDefined();
  await act(() => router.navigate(-1));

  expect(screen.getByText('page 3 of 3 from after 2')).toBeDefined();
});

test('another list begins at its first page, and Back leads to where the one before was left', async () => {
  const router = routerAt();

  press('Next');
  press('Filter');
  expect(screen.getByText('page 1 of 1 from the beginning')).toBeDefined();
  press('Next');
  expect(screen.getByText('page 2 of 2 from after 1')).toBeDefined();
  press('Next');
  await act(() => router.navigate(-1));

  expect(screen.getByText('page 2 of 2 from after 1')).toBeDefined();
});
