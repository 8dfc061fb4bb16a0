namespace TaskOrchestration.Cli.Validation;

/// <summary>A place in a text file, as editors count: both from 1.</summary>
public readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary>Where the file begins.</summary>
    public static readonly SourcePosition Start = new(1, 1);

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
