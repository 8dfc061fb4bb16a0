namespace Microsoft.Azure.Functions.Worker;

/// <summary>What came with an invocation.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
