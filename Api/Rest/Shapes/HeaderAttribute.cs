namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>The parameter comes in this header.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HeaderAttribute(string name) : Attribute
{
    public string Name => name;
}
