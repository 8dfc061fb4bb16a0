import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useMay } from '../api/permissions.ts';

type Props = Omit<ButtonProps, 'href' | 'target'> & {
  /** What the button does, as the server knows it: `createKey`, `states:StartExecution`. */
  operation: string;
};

/** A button for something that not everybody may do: who may not sees it disabled, with the reason. */
export function MayButton({ operation, ...button }: Props) {
  const may = useMay(operation);
  return may.allowed ? <Button {...button} /> : <Button {...button} disabled disabledReason={may.reason ?? 'You may not do this.'} />;
}
