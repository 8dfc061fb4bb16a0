import { ApiFailure, unanswered } from '../../../api/failure.ts';
import { failureFrom } from '../../../api/rest.ts';

/** Where an attachment is. */
export const attachmentAddress = (taskId: string, name: string, version?: string): string =>
  `/api/v1/tasks/${encodeURIComponent(taskId)}/attachments/${encodeURIComponent(name)}${version === undefined ? '' : `?version=${encodeURIComponent(version)}`}`;

/** The types of files that browsers do not know by themselves on every system. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
  eml: 'message/rfc822',
  txt: 'text/plain',
  log: 'text/plain',
};

/** The media type of a file: what the browser says, or else what the name says, or else just bytes. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string {
  return type === '' ? (types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream') : type;
}

/**
 * Sends a file, saying how far it is: `fetch` cannot say that of what it sends.
 * @param onProgress Told how many bytes are sent.
 */
export function upload(taskId: string, file: File, onProgress: (sent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
      } else {
        reject(failureFrom(request.status, request.responseText, request.getResponseHeader('X-Request-Id') ?? undefined));
      }
    };
    request.onerror = () => reject(unanswered(new Error('the connection was cut, as it is when a file is far too large')));
    request.onabort = () => reject(new ApiFailure('The upload was called off.', 0, 'called-off'));
    request.open('PUT', attachmentAddress(taskId, file.name));
    request.setRequestHeader('Content-Type', mediaTypeOf(file));
    request.send(file);
  });
}
