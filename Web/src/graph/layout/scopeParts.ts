/** How much room something takes. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A state of one scope. */
export interface Part extends Size {
  readonly id: string;
}

/** A way between two states of one scope. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The room that its label takes; null for a way without one. */
  readonly label: Size | null;
}
