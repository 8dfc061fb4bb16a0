import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConfirmDialog } from '../../src/shell/ConfirmDialog.tsx';

function dialog(onConfirm: () => void) {
  return (
    <ConfirmDialog header="Stop execution" deed="Stop" isBusy={false} error={null} onConfirm={onConfirm} onDismiss={() => undefined}>
      It is called off.
    </ConfirmDialog>
  );
}

it('does its deed once for two clicks in the same instant, and again once it has been drawn anew', () => {
  let deeds = 0;
  const stop = () => {
    deeds += 1;
  };
  const { rerender } = render(dialog(stop));
  const button = screen.getByText('Stop');
  button.click();
  button.click();
  expect(deeds).toBe(1);

  rerender(dialog(stop));
  button.click();
  expect(deeds).toBe(2);
});
