import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { isRecord, parsed, textOf } from '../api/json.ts';

const shortEnough = 300;

/** The cause of a failure as it was given. A long one opens on demand; of one that is a function's error as JSON, its message is in sight. */
export function CauseText({ cause }: { cause: string }) {
  const value = parsed(cause);
  const message = isRecord(value) ? textOf(value, 'errorMessage') : undefined;
  if (message === undefined && value === undefined && cause.length <= shortEnough) {
    return <span className="cause-text">{cause}</span>;
  }

  return (
    <>
      {message !== undefined && <span className="cause-text">{message}</span>}
      <ExpandableSection headerText={message === undefined ? `${firstWords(cause)} …` : 'The whole cause'}>
        <Box variant="code">
          <span className="cause-text">{value === undefined ? cause : JSON.stringify(value, undefined, 2)}</span>
        </Box>
      </ExpandableSection>
    </>
  );
}

function firstWords(cause: string): string {
  return cause.slice(0, 160).replace(/\s+\S*$/u, '');
}
