import type { Stretch } from '../../history/timeline.ts';

/** A step's bar on the time line: its attempts in their colours, the pauses between them in grey. */
export function TimelineBar({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <svg className="timeline" role="img" aria-label={stretches.map(stretch => stretch.words).join(', ')} preserveAspectRatio="none" viewBox="0 0 1000 10">
      {stretches.map((stretch, at) => (
        <rect
          key={at}
          className={`timeline-${stretch.kind === 'backOff' ? 'backOff' : stretch.status}`}
          x={stretch.from * 1000}
          width={Math.max((stretch.to - stretch.from) * 1000, 6)}
          y={stretch.kind === 'backOff' ? 4 : 1}
          height={stretch.kind === 'backOff' ? 2 : 8}
        >
          <title>{stretch.words}</title>
        </rect>
      ))}
    </svg>
  );
}
