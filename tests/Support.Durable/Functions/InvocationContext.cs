using Microsoft.Azure.Functions.Worker;

namespace TaskOrchestration.Support.Durable.Functions;

/// <summary>The context of a function that the hub calls: its id, its services, nothing of a host.</summary>
internal sealed class InvocationContext(IServiceProvider services, string id) : FunctionContext
{
    /// <inheritdoc/>
    public override string InvocationId => id;

    /// <inheritdoc/>
    public override string FunctionId => id;

    /// <inheritdoc/>
    public override TraceContext TraceContext => throw NotHere(nameof(TraceContext));

    /// <inheritdoc/>
    public override BindingContext BindingContext => throw NotHere(nameof(BindingContext));

    /// <inheritdoc/>
    public override RetryContext RetryContext => throw NotHere(nameof(RetryContext));

    /// <inheritdoc/>
    public override IServiceProvider InstanceServices { get; set; } = services;

    /// <inheritdoc/>
    public override FunctionDefinition FunctionDefinition => throw NotHere(nameof(FunctionDefinition));

    /// <inheritdoc/>
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    /// <inheritdoc/>
    public override IInvocationFeatures Features => throw NotHere(nameof(Features));

    private static NotSupportedException NotHere(string what) => new($"expected a function that does without the host's {what}");
}
