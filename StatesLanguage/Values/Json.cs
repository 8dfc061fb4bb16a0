using System.Buffers;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>The one kind of value that flows through an execution: an immutable JSON tree.</summary>
/// <remarks>
/// Immutable, so that a state hands its input on by reference and a snapshot costs nothing. Objects keep the order of their
/// members and numbers their spelling (<c>1.0</c> stays <c>1.0</c>), because both show in a history. Two values are equal
/// when they mean the same: objects without regard to order, numbers as IEEE doubles.
/// </remarks>
public abstract class Json : IEquatable<Json>
{
    private protected Json(bool isUnsettled = false, int nesting = 0)
    {
        IsUnsettled = isUnsettled;
        Nesting = (ushort)Math.Min(nesting, ushort.MaxValue);
    }

    /// <summary>The literal <c>null</c>.</summary>
    public static Json Null => JsonNull.Instance;

    /// <summary>The literal <c>true</c>.</summary>
    public static Json True => JsonBoolean.TrueInstance;

    /// <summary>The literal <c>false</c>.</summary>
    public static Json False => JsonBoolean.FalseInstance;

    /// <summary>Which of the six kinds this is.</summary>
    public abstract JsonKind Kind { get; }

    /// <summary>How many bytes of UTF-8 the compact text of this value takes, or <see cref="int.MaxValue"/> if more than that. Payload limits are measured in it.</summary>
    /// <remarks>A value may hold another many times over by reference, so its text can be far larger than what it takes in memory.</remarks>
    public abstract int Utf8Length { get; }

    /// <summary>Whether this is, or holds, something that only a calculation under way may see: a function, a number without JSON text, a list with an <see cref="ArrayRole"/>.</summary>
    internal bool IsUnsettled { get; }

    /// <summary>How deep lists and objects nest in this: 0 for neither, 1 for one that holds none.</summary>
    internal ushort Nesting { get; }

    /// <summary>The values that stand for themselves.</summary>
    public static Json Of(bool value) => value ? True : False;

    /// <inheritdoc cref="Of(bool)"/>
    public static Json Of(long value) => JsonNumber.Of(value);

    /// <inheritdoc cref="Of(bool)"/>
    public static Json Of(double value) => JsonNumber.Of(value);

    /// <inheritdoc cref="Of(bool)"/>
    public static Json Of(string value) => JsonString.Of(value);

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonSyntaxException">The text is not one JSON value; the message says where.</exception>
    public static Json Parse(string text) => JsonText.Parse(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Json Parse(ReadOnlySpan<byte> utf8) => JsonText.Parse(utf8);

    /// <summary>Writes the compact text of this value as UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var length = Utf8Length;
        var written = Write(output.GetSpan(length));
        output.Advance(written);
    }

    /// <summary>The compact text of this value as UTF-8.</summary>
    public byte[] ToUtf8()
    {
        var bytes = new byte[Utf8Length];
        Write(bytes);
        return bytes;
    }

    /// <summary>The compact text of this value: no white space, members in their order.</summary>
    public sealed override string ToString()
    {
        var length = Utf8Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Encoding.UTF8.GetString(rented, 0, Write(rented));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public abstract bool Equals(Json? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Json);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Whether one of these values is unsettled, and how deep the deepest nests.</summary>
    private protected static (bool IsUnsettled, int Nesting) Summed(ReadOnlySpan<Json> values)
    {
        var isUnsettled = false;
        var nesting = 0;
        foreach (var value in values)
        {
            isUnsettled |= value.IsUnsettled;
            nesting = Math.Max(nesting, value.Nesting);
        }

        return (isUnsettled, nesting);
    }

    /// <summary>Writes the compact text into <paramref name="target"/>, which has room for <see cref="Utf8Length"/> bytes.</summary>
    /// <returns>The number of bytes written.</returns>
    internal abstract int Write(Span<byte> target);
}
