import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StateTested } from '../api/wire/testing.ts';
import { inspectedStages } from '../dataFlow/inspectedStages.ts';
import { StageList } from '../dataFlow/StageList.tsx';
import { JsonBlock } from '../editor/JsonBlock.tsx';
import { CauseText } from '../shell/CauseText.tsx';
import { exchangeOf } from './exchangeWords.ts';
import { HttpExchange } from './HttpExchange.tsx';
import { handledBy, limitsOf, testLooks, testWords } from './testAnswerWords.ts';

/** How the test of a state went, and the data on its way through the state as far as the level shows it. */
export function TestAnswer({ answer }: { answer: StateTested }) {
  const { status = 'SUCCEEDED', output, error, cause, nextState, inspectionData = {} } = answer;
  const handled = handledBy(inspectionData.errorDetails ?? {});
  const stages = inspectionData.input === undefined ? [] : inspectedStages(inspectionData.input, inspectionData);
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        minColumnWidth={140}
        items={[
          { label: 'Status', value: <StatusIndicator type={testLooks[status]}>{testWords[status]}</StatusIndicator> },
          { label: 'Next state', value: nextState ?? '-' },
          ...(error === undefined ? [] : [{ label: 'Error', value: error }]),
          ...(handled === '' ? [] : [{ label: 'Taken by', value: handled }]),
          ...limitsOf(inspectionData),
        ]}
      />
      {cause !== undefined && (
        <div>
          <Box variant="awsui-key-label">Cause</Box>
          <CauseText cause={cause} />
        </div>
      )}
      <div>
        <Box variant="awsui-key-label">Output</Box>
        <JsonBlock value={output} label="Output of the test" nothing="There is none." />
      </div>
      {inspectionData.variables !== undefined && (
        <div>
          <Box variant="awsui-key-label">Variables afterwards</Box>
          <JsonBlock value={inspectionData.variables} label="Variables afterwards" />
        </div>
      )}
      {exchangeOf(inspectionData).map((told) => (
        <HttpExchange key={told.title} told={told} />
      ))}
      {stages.length > 0 && (
        <SpaceBetween size="s">
          <Box variant="h3">Stage by stage</Box>
          <StageList stages={stages} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
