/** The end of a day (`2026-11-22`) where the reader is, as the API has moments. */
export function endOfDay(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
