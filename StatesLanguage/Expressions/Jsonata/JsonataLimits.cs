namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>How much an evaluation may take before it is stopped with an error.</summary>
public sealed record JsonataLimits
{
    /// <summary>AWS's depth and sizes, and a bound for steps where AWS has one for time.</summary>
    public static JsonataLimits Default { get; } = new();

    /// <summary>How deep parts of an expression may nest while they are evaluated, calls included. A tail call does not nest.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>How many parts of the expression may be evaluated, every repetition counted.</summary>
    public long Steps { get; init; } = 10_000_000;

    /// <summary>How many items one list may have. Ten mebibytes at twelve bytes an item, as on AWS.</summary>
    public int Items { get; init; } = 873_782;

    /// <summary>How many characters one text may have. Ten mebibytes at two bytes a character.</summary>
    public int Characters { get; init; } = 5_242_880;

    /// <summary>How many characters may be built in all, garbage counted; an item of a list counts as ten.</summary>
    public long Built { get; init; } = 160_000_000;

    /// <summary>How many bytes the text of a result may take. AWS's limits for payloads are far below; this is for values that hold others many times over.</summary>
    public int ResultBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep lists and objects may nest in a value that is built.</summary>
    public int Nesting { get; init; } = 500;

    /// <summary>Asked now and then whether to stop, by a host that bounds the time too; null asks nobody.</summary>
    public Func<bool>? IsOutOfTime { get; init; }
}
