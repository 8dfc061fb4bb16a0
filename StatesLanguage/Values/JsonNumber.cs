using System.Globalization;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>A number. Its value is an IEEE double, its spelling is kept.</summary>
public sealed class JsonNumber : Json
{
    private static readonly JsonNumber[] Small = [.. Enumerable.Range(0, 1024).Select(n => new JsonNumber(n, text: null))];

    private readonly long integer;
    private string? text;

    private JsonNumber(long integer, string? text)
    {
        this.integer = integer;
        this.text = text;
        Value = integer;
        IsInteger = true;
    }

    private JsonNumber(double value, string? text)
        : base(isUnsettled: !double.IsFinite(value))
    {
        this.text = text;
        Value = value;
    }

    /// <summary>The value as the language calculates with it.</summary>
    public double Value { get; }

    /// <summary>Whether the number is spelled as a whole number that fits 64 bits: <c>1</c> is, <c>1.0</c> is not.</summary>
    public bool IsInteger { get; }

    /// <summary>The number as it was written, or the shortest text that reads back as the same value.</summary>
    public string Text => text ??= IsInteger
        ? integer.ToString(CultureInfo.InvariantCulture)
        : Value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Number;

    /// <inheritdoc/>
    public override int Utf8Length => text is null && IsInteger ? DigitsOf(integer) : Text.Length;

    /// <summary>A whole number.</summary>
    public static new JsonNumber Of(long value) =>
        (ulong)value < (ulong)Small.Length ? Small[value] : new JsonNumber(value, text: null);

    /// <summary>A number, written as a whole number where it is one (<c>3</c>, not <c>3.0</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinity and NaN have no JSON text.</exception>
    public static new JsonNumber Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "expected a finite number, the only kind JSON can write");
        }

        return Calculated(value);
    }

    /// <summary>A number that may be one without JSON text (infinite, or not a number), as a calculation under way may have.</summary>
    internal static JsonNumber Calculated(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Of((long)value) : new JsonNumber(value, text: null);

    /// <summary>A number in the spelling given, which must be valid JSON.</summary>
    public static JsonNumber Spelled(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && text != "-0"
            ? new JsonNumber(whole, text)
            : new JsonNumber(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), text);
    }

    /// <summary>The whole number this is, if it is spelled as one.</summary>
    public bool TryGetInteger(out long value)
    {
        value = integer;
        return IsInteger;
    }

    /// <inheritdoc/>
    public override bool Equals(Json? other) => other is JsonNumber number && Value.Equals(number.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    internal override int Write(Span<byte> target)
    {
        if (text is not null || !IsInteger)
        {
            return Encoding.ASCII.GetBytes(Text, target);
        }

        integer.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static int DigitsOf(long integer)
    {
        var digits = integer < 0 ? 2 : 1;
        for (var rest = integer / 10; rest != 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }
}
