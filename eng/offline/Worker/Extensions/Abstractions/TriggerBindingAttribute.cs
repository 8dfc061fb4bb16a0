namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What makes a function run.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
