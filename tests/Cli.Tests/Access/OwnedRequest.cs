namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>A request for something that belongs to somebody, with <c>{id}</c> in its path.</summary>
internal sealed record OwnedRequest(string Method, string Path, string Id, string? Body, (string Name, string Value)[] Headers)
{
    /// <summary>The path for an id.</summary>
    public string PathFor(string id) => Path.Replace("{id}", id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {PathFor(Id)} {Body} {string.Join(", ", Headers)}";
}
