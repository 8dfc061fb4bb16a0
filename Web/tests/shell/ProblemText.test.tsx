import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ApiFailure } from '../../src/api/failure.ts';
import { ProblemText } from '../../src/shell/ProblemText.tsx';

const name = { pointer: 'name', detail: 'Expected a file name, found "a:b".' };
const version = { pointer: '/version', detail: 'Expected a whole number, found true.' };

it.each([
  ['a fault that the message says', 'name: Expected a file name, found "a:b".', [name], []],
  ['several faults that the message only counts', '2 things are wrong; errors lists them.', [name, version], ['name: Expected a file name, found "a:b".', '/version: Expected a whole number, found true.']],
  ['no faults', 'There is no such task.', [], []],
])('says %s once', (_, message, faults, listed) => {
  const { container } = render(<ProblemText error={new ApiFailure(message, 400, 'invalid-body', 'request-1', faults)} />);

  expect([container.querySelector('div')?.textContent, [...container.querySelectorAll('li')].map((item) => item.textContent), container.querySelector('small')?.textContent]).toEqual([
    message,
    listed,
    'invalid-body, request request-1',
  ]);
});
