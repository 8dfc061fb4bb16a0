namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>A value that the OpenAPI document shows for a member.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExampleAttribute(object value) : Attribute
{
    public object Value => value;
}
