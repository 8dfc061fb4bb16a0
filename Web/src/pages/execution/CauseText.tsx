import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';

const shortEnough = 300;

/** The cause of a failure as it was given; a long one, or one that is JSON, opens on demand. */
export function CauseText({ cause }: { cause: string }) {
  const text = readable(cause);
  const block = (
    <Box variant="code">
      <span className="cause-text">{text}</span>
    </Box>
  );
  return text.length <= shortEnough && !text.includes('\n') ? (
    <span className="cause-text">{text}</span>
  ) : (
    <ExpandableSection headerText={`${firstWords(cause)} …`}>{block}</ExpandableSection>
  );
}

function firstWords(cause: string): string {
  return cause.slice(0, 160).replace(/\s+\S*$/u, '');
}

/** JSON with line breaks; anything else as it is. */
function readable(cause: string): string {
  if (!/^\s*[{[]/u.test(cause)) {
    return cause;
  }

  try {
    return JSON.stringify(JSON.parse(cause), undefined, 2);
  } catch {
    return cause;
  }
}
