import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { CodeArea } from './CodeArea.tsx';
import { prettyJson } from './prettyJson.ts';

interface JsonViewProps {
  /** JSON text; another text is shown as it is. */
  readonly value: string;
  readonly label: string;
  /** Left out, the view is as high as the text needs, within bounds. */
  readonly height?: number | string;
}

const lineHeight = 20;
const maxLines = 24;

/** A JSON text to read: folded where one likes, searched, copied as it came. */
export function JsonView({ value, label, height }: JsonViewProps) {
  const text = prettyJson(value);
  const lines = Math.min(maxLines, text.split('\n', maxLines + 1).length);
  return (
    <div className="code" style={{ height: height ?? lines * lineHeight + 52 }}>
      <CodeArea value={text} label={label} />
      <div className="code-foot">
        <span>{value.length.toLocaleString('en')} characters</span>
        <CopyToClipboard variant="icon" copyButtonAriaLabel={`Copy: ${label}`} copySuccessText="Copied" copyErrorText="Not copied" textToCopy={value} />
      </div>
    </div>
  );
}
