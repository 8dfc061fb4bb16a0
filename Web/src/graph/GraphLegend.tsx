import { statusesInOrder, statusWords } from './stateStatus.ts';

/** Which colour means what. */
export function GraphLegend() {
  return (
    <ul className="graph-legend" aria-label="Colours of the graph">
      {statusesInOrder.map((status) => (
        <li key={status}>
          <span className="graph-swatch" data-status={status} aria-hidden="true" />
          {statusWords[status]}
        </li>
      ))}
    </ul>
  );
}
