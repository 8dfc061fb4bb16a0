namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>The literal <c>null</c>.</summary>
public sealed class JsonNull : Json
{
    internal static readonly JsonNull Instance = new();

    private JsonNull() { }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Null;

    /// <inheritdoc/>
    public override int Utf8Length => 4;

    /// <inheritdoc/>
    public override bool Equals(Json? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    internal override int Write(Span<byte> target)
    {
        "null"u8.CopyTo(target);
        return 4;
    }
}
