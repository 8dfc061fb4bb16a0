import type { Schema } from '../../api/rest.ts';

type Schedule = Schema<'Schedule'>;

/** What becomes of due times that nobody was there for. */
export const misfireTexts: Record<Schedule['misfire'], string> = {
  fireOnce: 'Fire once for all of them',
  fireAll: 'Fire each of them',
  skip: 'Leave them out',
};

/** What becomes of a firing while the execution of the last one still runs. */
export const overlapTexts: Record<Schedule['overlap'], string> = {
  skip: 'Leave it out',
  queue: 'Have it wait',
  allow: 'Start it all the same',
};

export const misfireWords = (misfire: Schedule['misfire'], limit: number): string => (misfire === 'fireAll' ? `${misfireTexts.fireAll}, at most ${limit}` : misfireTexts[misfire]);

export const overlapWords = (overlap: Schedule['overlap'], limit: number): string => (overlap === 'queue' ? `${overlapTexts.queue}, at most ${limit}` : overlapTexts[overlap]);
