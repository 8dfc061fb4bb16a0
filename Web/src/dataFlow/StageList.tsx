import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { JsonBlock } from '../editor/JsonBlock.tsx';
import type { DataStage } from './inspectedStages.ts';

interface Props {
  stages: readonly DataStage[];
  /** What is said of a stage that has no data. */
  nothing?: string;
}

/** The stages of a state's data, one below the other; one that changed nothing only says so. */
export function StageList({ stages, nothing = 'There is none.' }: Props) {
  return (
    <SpaceBetween size="m">
      {stages.map(({ name, explanation, value, isSame }) => (
        <SpaceBetween size="xxs" key={name}>
          <strong>{name}</strong>
          <Box color="text-body-secondary" fontSize="body-s">
            {explanation}
          </Box>
          {isSame ? <Box color="text-body-secondary">As before.</Box> : <JsonBlock value={value} label={name} nothing={nothing} />}
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
