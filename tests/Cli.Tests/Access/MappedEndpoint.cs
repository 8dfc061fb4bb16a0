using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>An endpoint of a running server, for one of its methods.</summary>
internal sealed partial record MappedEndpoint(string Method, string Pattern, bool IsWire)
{
    /// <summary>What a table calls it.</summary>
    public string Name => $"{Method} {Pattern}";

    /// <summary>One for each method; GET for an endpoint that takes any.</summary>
    public static IEnumerable<MappedEndpoint> Of(RouteEndpoint endpoint)
    {
        var pattern = Constraint().Replace($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}", "{${name}}");
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["GET"];
        return methods.Select(method => new MappedEndpoint(method, pattern, endpoint.Metadata.GetMetadata<WireProtocol>() is not null));
    }

    /// <summary>A path that leads there.</summary>
    public string PathFor(string id) => Pattern.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constraint();
}
