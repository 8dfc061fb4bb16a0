namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Something a function is given.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;
