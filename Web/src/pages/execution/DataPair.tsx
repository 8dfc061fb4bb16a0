import ColumnLayout from '@cloudscape-design/components/column-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { JsonBlock } from '../../editor/JsonBlock.tsx';

interface Props {
  input: string | undefined;
  output: string | undefined;
  noOutput: string;
}

/** What went in and what came out, side by side where there is room. */
export function DataPair({ input, output, noOutput }: Props) {
  return (
    <ColumnLayout columns={2} minColumnWidth={280}>
      <SpaceBetween size="xs">
        <Header variant="h3">Input</Header>
        <JsonBlock value={input} label="Input" />
      </SpaceBetween>
      <SpaceBetween size="xs">
        <Header variant="h3">Output</Header>
        <JsonBlock value={output} label="Output" nothing={noOutput} />
      </SpaceBetween>
    </ColumnLayout>
  );
}
