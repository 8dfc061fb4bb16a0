import { childrenOf, type Step } from '../../history/step.ts';

/** The Maps on the graph that have iterations to look at, outer ones first. */
export function mapsToChooseFrom(visits: ReadonlyMap<string, Step>): Step[] {
  return [...visits.values()].filter(step => step.type === 'Map' && childrenOf(step).length > 0).sort((one, other) => one.id - other.id);
}
