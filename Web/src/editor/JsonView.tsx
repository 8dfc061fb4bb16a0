import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { CodeArea } from './CodeArea.tsx';
import { prettyJson } from './prettyJson.ts';

interface JsonViewProps {
  /** JSON text; another text is shown as it is. */
  readonly value: string;
  readonly label: string;
  /** Left out, the view is as high as the text with its wrapped lines, up to 24 of them. */
  readonly height?: number | string;
}

/** A JSON text to read: folded where one likes, searched, copied as it came. */
export function JsonView({ value, label, height }: JsonViewProps) {
  return (
    <div className={height === undefined ? 'code code-fitting' : 'code'} style={height === undefined ? {} : { height }}>
      <CodeArea value={prettyJson(value)} label={label} />
      <div className="code-foot">
        <span>{value.length.toLocaleString('en')} characters</span>
        <CopyToClipboard variant="icon" copyButtonAriaLabel={`Copy: ${label}`} copySuccessText="Copied" copyErrorText="Not copied" textToCopy={value} />
      </div>
    </div>
  );
}
