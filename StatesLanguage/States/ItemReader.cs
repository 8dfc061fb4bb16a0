using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Where the items of a DISTRIBUTED Map come from when they are not in its input.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader on AWS</seealso>
public sealed record ItemReader
{
    /// <summary>The resource as it was written: <c>arn:aws:states:::s3:getObject</c> or <c>…:s3:listObjectsV2</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The template of the resource's arguments (<c>Parameters</c>, or <c>Arguments</c> in JSONata), or null.</summary>
    public Expression? Arguments { get; init; }

    /// <summary>How the items are read out of what the resource yields, or null where the author says nothing about it.</summary>
    public ReaderConfig? Config { get; init; }

    /// <summary>How many items are read at most, or null (like 0) for all.</summary>
    public Expression? MaxItems { get; init; }
}
