import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { JsonBlock } from '../editor/JsonBlock.tsx';
import type { Told } from './exchangeWords.ts';

/** What an HTTP task sent, or what came back. */
export function HttpExchange({ told: { title, line, headers, body } }: { told: Told }) {
  return (
    <SpaceBetween size="xxs">
      <Box variant="h3">{title}</Box>
      <Box variant="code">
        <span className="cause-text">{line}</span>
      </Box>
      {headers !== undefined && (
        <Box variant="code">
          <span className="cause-text">{headers}</span>
        </Box>
      )}
      <JsonBlock value={body} label={`Body of the ${title.toLowerCase()}`} nothing="It had no body." />
    </SpaceBetween>
  );
}
