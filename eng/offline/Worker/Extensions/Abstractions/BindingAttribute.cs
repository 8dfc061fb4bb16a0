namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What ties a parameter to the outside.</summary>
public abstract class BindingAttribute : Attribute;
