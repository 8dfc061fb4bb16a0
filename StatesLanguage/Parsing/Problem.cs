namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>A mistake of a definition's author.</summary>
/// <param name="Severity">Whether it keeps the machine from being created.</param>
/// <param name="Code">AWS's code, for example <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Message">What is wrong, in AWS's own words where they are known.</param>
/// <param name="Pointer">Where: a JSON pointer with list indexes in brackets, <c>/States/Pay/Retry[0]</c>; empty where no place applies, <c>/</c> for the
/// whole definition. Names are not escaped, as AWS does not. A text that is no JSON has no structure to point into: there it is a line and a column,
/// <c>[Source: (String)"…"; line: 1, column: 4]</c>.</param>
public sealed record Problem(ProblemSeverity Severity, string Code, string Message, string Pointer)
{
    /// <summary>What stands there instead, where the message does not say it.</summary>
    public string? Found { get; init; }

    /// <summary>The offset of what is wrong in the JSONata expression at the place, white space at its beginning not counted; null where the problem is not about a part of an expression.</summary>
    public int? OffsetInExpression { get; init; }

    /// <summary>The problem as a refusal to create a machine lists it.</summary>
    public string Complaint => $"{Code}: {Message} at {(Pointer.Length > 0 ? Pointer : "null")}";
}
