/** A moment as people enter it: a day and a time of day, both in their own time zone. */
export interface LocalMoment {
  /** `YYYY-MM-DD`, or nothing. */
  date: string;
  /** `hh:mm`, or less while it is being written. */
  time: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day and time of a moment of the API; nothing of nothing. */
export function localMoment(iso: string): LocalMoment {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime())
    ? { date: '', time: '' }
    : {
        date: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
        time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
      };
}

/** The moment of the API that a day and a time are; nothing without a day. A day without a time begins at midnight. */
export function isoMoment({ date, time }: LocalMoment): string {
  const moment = new Date(`${date}T${/^\d\d:\d\d$/.test(time) ? time : '00:00'}`);
  return date === '' || Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}

/** The midnight in UTC with which the day of a moment began: what the API's figures of today count from. */
export const dayInUtc = (iso: string): string => `${new Date(iso).toISOString().slice(0, 10)}T00:00:00.000Z`;
