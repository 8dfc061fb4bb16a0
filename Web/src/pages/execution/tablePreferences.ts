import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences';

/** What a reader can choose about a table: which columns in which order, how many lines a page, whether long text goes on in the next line. */
export type TablePreferences = CollectionPreferencesProps.Preferences;

export function isTablePreferences(value: unknown): value is TablePreferences {
  return typeof value === 'object' && value !== null && (!('contentDisplay' in value) || Array.isArray(value.contentDisplay));
}
