using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Where the results of a DISTRIBUTED Map go, and in which form.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter on AWS</seealso>
public sealed record ResultWriter
{
    /// <summary>The resource as it was written, <c>arn:aws:states:::s3:putObject</c>, or null to hand the results on in the state's output.</summary>
    public string? Resource { get; init; }

    /// <summary>The template of the resource's arguments (<c>Parameters</c>, or <c>Arguments</c> in JSONata), or null.</summary>
    public Expression? Arguments { get; init; }

    /// <summary>The form of the results, or null where the author says nothing about it.</summary>
    public WriterConfig? Config { get; init; }
}
