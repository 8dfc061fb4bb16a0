import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import { stateDefinition } from './stateDefinition.ts';

interface Props {
  definition: string;
  name: string;
  isPast: boolean;
}

/** A state that the execution has not been in. */
export function UnvisitedState({ definition, name, isPast }: Props) {
  return (
    <SpaceBetween size="m">
      <StatusIndicator type="pending">{isPast ? 'Not started at this moment' : 'Not started'}</StatusIndicator>
      <Box variant="h3">Definition</Box>
      <JsonBlock value={stateDefinition(definition, name)} label={`Definition of ${name}`} nothing="The definition has no such state." />
    </SpaceBetween>
  );
}
