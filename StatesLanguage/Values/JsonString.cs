namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>A text.</summary>
public sealed class JsonString : Json
{
    /// <summary>The empty text.</summary>
    public static readonly JsonString Empty = new("");

    private int utf8Length = -1;

    private JsonString(string value) => Value = value;

    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.String;

    /// <inheritdoc/>
    public override int Utf8Length => utf8Length >= 0 ? utf8Length : utf8Length = JsonEscaping.QuotedLength(Value);

    /// <summary>The value for a text.</summary>
    public static new JsonString Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? Empty : new JsonString(value);
    }

    /// <inheritdoc/>
    public override bool Equals(Json? other) => other is JsonString text && string.Equals(Value, text.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    internal override int Write(Span<byte> target) => JsonEscaping.WriteQuoted(Value, target);
}
