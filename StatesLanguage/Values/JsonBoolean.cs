namespace TaskOrchestration.StatesLanguage.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean : Json
{
    internal static readonly JsonBoolean TrueInstance = new(true);
    internal static readonly JsonBoolean FalseInstance = new(false);

    private JsonBoolean(bool value) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Boolean;

    /// <inheritdoc/>
    public override int Utf8Length => Value ? 4 : 5;

    /// <inheritdoc/>
    public override bool Equals(Json? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 2;

    internal override int Write(Span<byte> target)
    {
        var text = Value ? "true"u8 : "false"u8;
        text.CopyTo(target);
        return text.Length;
    }
}
