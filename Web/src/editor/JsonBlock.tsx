import Box from '@cloudscape-design/components/box';
import { JsonView } from './JsonView.tsx';

interface Props {
  /** JSON text; undefined where there is nothing. */
  value: string | undefined;
  label: string;
  /** What is said where there is nothing. */
  nothing?: string;
  height?: number;
}

/** A piece of data, or why there is none. */
export function JsonBlock({ value, label, nothing = 'There is none.', height }: Props) {
  return value === undefined ? <Box color="text-body-secondary">{nothing}</Box> : <JsonView value={value} label={label} {...(height === undefined ? {} : { height })} />;
}
