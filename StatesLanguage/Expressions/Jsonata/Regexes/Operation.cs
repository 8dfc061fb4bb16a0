namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>What an <see cref="Instruction"/> does. What fails goes back to the last place remembered.</summary>
internal enum Operation : byte
{
    /// <summary>Takes up one character of the set.</summary>
    One,

    /// <summary>Takes up characters of the set, between X and Y of them, as many as there are first.</summary>
    Many,

    /// <summary>Takes up characters of the set, between X and Y of them, as few as will do first.</summary>
    Few,

    /// <summary>Goes on at X.</summary>
    Jump,

    /// <summary>Goes on at X, and remembers to try Y.</summary>
    Fork,

    /// <summary>Notes the place in register X.</summary>
    Note,

    /// <summary>Forgets what the groups from X on, below Y, have matched.</summary>
    Forget,

    /// <summary>Sets the counter in register X to nought.</summary>
    CountFromNought,

    /// <summary>Decides by the counter in register X whether a repeated part comes again (the next instruction) or the rest (at Y); see <see cref="Instruction.Bounds"/>.</summary>
    Again,

    /// <summary>The end of a repeated part: counts in register X and goes to the <see cref="Again"/> at Y; fails if the part was not needed and took up nothing.</summary>
    Counted,

    /// <summary>Holds at the start of the text.</summary>
    TextStart,

    /// <summary>Holds at the start of a line.</summary>
    LineStart,

    /// <summary>Holds at the end of the text.</summary>
    TextEnd,

    /// <summary>Holds at the end of a line.</summary>
    LineEnd,

    /// <summary>Holds between a word character and another, if X is 1; elsewhere, if it is 0.</summary>
    Boundary,

    /// <summary>Takes up the text of group X; without regard to case if Y is 1.</summary>
    Reference,

    /// <summary>Holds if what follows up to the instruction before Y matches (X is 1) or does not (X is 0), and goes on at Y without taking up text.</summary>
    Look,

    /// <summary>The whole has matched.</summary>
    Done,
}
