interface Props {
  readonly children: string;
  /** Whether it is the longest text of its list and may have the most room. */
  readonly isLong?: boolean;
}

/**
 * A text in a list that people choose, such as a name: at most so wide that the other columns stay in sight. Where the cells of the list do not wrap, what
 * has no room is in its tooltip.
 */
export function BoundedText({ children, isLong = false }: Props) {
  return (
    <span className={isLong ? 'bounded-text long' : 'bounded-text'} title={children}>
      {children}
    </span>
  );
}
