interface Props {
  readonly children: string;
}

/**
 * A text in a list that people choose, such as a name: at most so wide that the other columns stay in sight. Where the cells of the list do not wrap, what
 * has no room is in its tooltip.
 */
export function BoundedText({ children }: Props) {
  return (
    <span className="bounded-text" title={children}>
      {children}
    </span>
  );
}
