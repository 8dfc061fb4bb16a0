namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>A type with a JSON converter of its own, which therefore says itself what its JSON may be.</summary>
internal interface IShaped
{
    static abstract Shape Shape { get; }
}
