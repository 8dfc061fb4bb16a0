namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>How an expression is read: the edition, and whether AWS's own functions are there.</summary>
public sealed record JsonataOptions
{
    /// <summary>As Step Functions has it: 2.0.6, with <c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$uuid</c>, <c>$parse</c> and a seed for <c>$random</c>, without <c>$eval</c>.</summary>
    public static JsonataOptions Aws { get; } = new();

    /// <summary>The language as its reference implementation has it, without AWS's functions and with <c>$eval</c>.</summary>
    public static JsonataOptions Plain { get; } = new() { IsAws = false };

    /// <summary>The edition.</summary>
    public JsonataDialect Dialect { get; init; } = JsonataDialect.Jsonata206;

    /// <summary>Whether AWS's functions are there and <c>$eval</c> is not.</summary>
    public bool IsAws { get; init; } = true;
}
