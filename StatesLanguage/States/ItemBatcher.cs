using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How the items of a DISTRIBUTED Map are put together, so that one child execution gets several.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html">ItemBatcher on AWS</seealso>
public sealed record ItemBatcher
{
    /// <summary>The most items in a batch, or null.</summary>
    public Expression? MaxItemsPerBatch { get; init; }

    /// <summary>The most bytes of JSON in a batch, or null.</summary>
    public Expression? MaxInputBytesPerBatch { get; init; }

    /// <summary>What every batch has beside its items, or null.</summary>
    public Expression? BatchInput { get; init; }
}
