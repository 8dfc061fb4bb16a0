/** A duration as the console shows it, `hh:mm:ss.mmm`, with days in front where there are any. */
export function durationText(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(milliseconds / 86_400_000);
  const clock = `${two((milliseconds / 3_600_000) % 24)}:${two((milliseconds / 60_000) % 60)}:${two((milliseconds / 1000) % 60)}`;
  return `${days > 0 ? `${days} d ` : ''}${clock}.${String(milliseconds % 1000).padStart(3, '0')}`;
}
