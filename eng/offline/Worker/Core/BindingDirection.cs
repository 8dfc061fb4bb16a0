namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which way a binding goes.</summary>
public enum BindingDirection
{
    In,
    Out,
}
