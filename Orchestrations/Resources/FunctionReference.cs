using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Which function is meant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Qualifier">The version or alias that was asked for, or null.</param>
/// <param name="Text">As it was written.</param>
public sealed record FunctionReference(string Name, string? Qualifier, string Text)
{
    /// <summary>The version that is asked for when none is.</summary>
    public const string Latest = "$LATEST";

    /// <summary>Which version answers. There are no versions here, so an alias is answered by the latest like everything that is not a number.</summary>
    public string ExecutedVersion => Qualifier is { Length: > 0 } && Qualifier.All(char.IsAsciiDigit) ? Qualifier : Latest;

    /// <summary>Whether it was written as an ARN, whole or in part.</summary>
    public bool IsArn => Text.Contains(":function:", StringComparison.Ordinal);

    /// <summary>What the resource of a Task names.</summary>
    public static FunctionReference Of(TaskResource.Function resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new FunctionReference(resource.Name, resource.Qualifier, resource.Text);
    }

    /// <summary>
    /// Reads what Lambda takes for a function name: <c>name</c>, <c>name:qualifier</c>, <c>account:function:name</c> or an ARN, the last two with
    /// or without a qualifier.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_RequestSyntax">FunctionName in Lambda's Invoke</seealso>
    public static FunctionReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var marker = text.IndexOf(":function:", StringComparison.Ordinal);
        var rest = marker < 0 ? text : text[(marker + ":function:".Length)..];
        var colon = rest.IndexOf(':');
        return colon < 0
            ? new FunctionReference(rest, Qualifier: null, text)
            : new FunctionReference(rest[..colon], rest[(colon + 1)..], text);
    }

    /// <summary>The ARN it has, or would have in the region and account of the execution that asks.</summary>
    public string ArnFor(string executionArn)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        var parts = (Text.StartsWith("arn:", StringComparison.Ordinal) ? Text : executionArn).Split(':');
        return parts.Length > 4
            ? $"arn:{parts[1]}:lambda:{parts[3]}:{parts[4]}:function:{Name}:{Qualifier ?? Latest}"
            : $"{Name}:{Qualifier ?? Latest}";
    }
}
