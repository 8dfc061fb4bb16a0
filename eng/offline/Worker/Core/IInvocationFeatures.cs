namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the worker's extensions know of an invocation.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    void Set<T>(T instance);

    T? Get<T>();
}
