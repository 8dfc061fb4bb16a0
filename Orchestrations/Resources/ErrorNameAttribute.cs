namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The States Language error name of an exception type, where it is not the type's own name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ErrorNameAttribute(string name) : Attribute
{
    /// <summary>The name that <c>ErrorEquals</c> matches.</summary>
    public string Name { get; } = name;
}
