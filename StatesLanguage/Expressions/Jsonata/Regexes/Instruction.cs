namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>One step of a compiled regular expression.</summary>
/// <param name="Operation">What it does; its description says what X and Y are.</param>
/// <param name="X">The first operand.</param>
/// <param name="Y">The second operand.</param>
/// <param name="Set">The characters it is about.</param>
/// <param name="Backward">Whether it takes up text to the left, as inside a look behind.</param>
/// <param name="Bounds">How often a repeated part may come, for <see cref="Operation.Again"/> and <see cref="Operation.Counted"/>.</param>
internal sealed record Instruction(Operation Operation, int X = 0, int Y = 0, CharacterSet? Set = null, bool Backward = false, RepeatBounds Bounds = default);
