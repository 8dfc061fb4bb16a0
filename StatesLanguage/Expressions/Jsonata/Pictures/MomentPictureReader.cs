using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Text to <see cref="MomentPicture"/>.</summary>
internal sealed class MomentPictureReader
{
    private const string Numbers = "YMDdFWwXxHhmsf";

    private readonly string picture;
    private readonly JsonataDialect dialect;
    private readonly List<MomentPart> parts = [];

    private MomentPictureReader(string picture, JsonataDialect dialect)
    {
        this.picture = picture;
        this.dialect = dialect;
    }

    /// <summary>Reads a picture.</summary>
    /// <exception cref="JsonataFailure">The picture is wrong.</exception>
    public static MomentPicture Read(string picture, JsonataDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var reader = new MomentPictureReader(picture, dialect);
        reader.Read();
        return new MomentPicture(reader.parts);
    }

    private void Read()
    {
        var start = 0;
        var at = 0;
        while (at < picture.Length)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(start, at);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                parts.Add(new MomentPart.Literal("["));
                at += 2;
            }
            else
            {
                var end = picture.IndexOf(']', at);
                AddComponent(end < 0 ? throw new JsonataFailure("D3135") : WithoutSpace(picture[(at + 1)..end]));
                at = end + 1;
            }

            start = at;
        }

        AddLiteral(start, at);
    }

    private void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            parts.Add(new MomentPart.Literal(picture[start..end].Replace("]]", "]", StringComparison.Ordinal)));
        }
    }

    private static string WithoutSpace(string marker) => string.Concat(marker.Where(c => !CharacterSet.Space.Contains(c)));

    private void AddComponent(string marker)
    {
        var specifier = marker.Length > 0 ? marker[0] : '\0';
        var comma = marker.LastIndexOf(',');
        var width = comma < 0 ? default : ReadWidth(marker[(comma + 1)..]);
        var (presentation, modifier) = ReadPresentation(specifier, comma < 0 ? marker[Math.Min(1, marker.Length)..] : marker[Math.Min(1, comma)..comma]);

        var component = new MomentPart.Component(specifier) { MaxWidth = width.Max, IsZuluAllowed = modifier == 't' };
        if (presentation[0] is 'n' or 'N')
        {
            component = component with { Names = NameStyle(presentation) };
        }
        else if (Numbers.Contains(specifier))
        {
            component = WithNumber(component, IntegerPicture.Parse(modifier is null ? presentation : $"{presentation};{modifier}"), width);
        }

        if (specifier is 'Z' or 'z')
        {
            component = component with { Number = IntegerPicture.Parse(presentation) };
        }

        parts.Add(component);
    }

    private static (int? Min, int? Max) ReadWidth(string text)
    {
        var dash = text.IndexOf('-');
        return dash < 0 ? (ReadCount(text), null) : (ReadCount(text[..dash]), ReadCount(text[(dash + 1)..]));
    }

    /// <summary>A number of characters; <c>*</c> is none in particular.</summary>
    private static int? ReadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 100) : null;

    private static (string Presentation, char? Modifier) ReadPresentation(char specifier, string text)
    {
        if (text.Length > 1 && text[^1] is 'a' or 't' or 'c' or 'o')
        {
            return (text[..^1], text[^1]);
        }

        return text.Length > 0 ? (text, null) : (Usual(specifier), null);
    }

    /// <summary>How a component is written where the picture does not say.</summary>
    private static string Usual(char specifier) => specifier switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'm' or 's' => "01",
        'Z' or 'z' => "01:01",
        'F' or 'P' or 'C' or 'E' => "n",
        _ => throw new JsonataFailure("D3132") { Value = Json.Of(specifier == '\0' ? "" : specifier.ToString()) },
    };

    private static WordStyle NameStyle(string presentation)
    {
        if (presentation[0] == 'n')
        {
            return WordStyle.Lower;
        }

        return presentation.Length > 1 && presentation[1] == 'n' ? WordStyle.Title : WordStyle.Upper;
    }

    private MomentPart.Component WithNumber(MomentPart.Component component, IntegerPicture number, (int? Min, int? Max) width)
    {
        if (number is DigitsPicture digits && width.Min > digits.MandatoryDigits)
        {
            number = digits.WithMandatoryDigits(width.Min.Value);
        }

        EndPreviousNumber();
        return component.Specifier is 'Y' or 'M' or 'D' ? WithFixedWidth(component, number, width.Max) : component with { Number = number };
    }

    /// <summary>A year, month or day that is two digits wide or more: of a year only those are written, and in 2.0.6 just as many are read.</summary>
    private MomentPart.Component WithFixedWidth(MomentPart.Component component, IntegerPicture number, int? max)
    {
        var digits = number as DigitsPicture;
        var width = max ?? (digits?.MandatoryDigits + digits?.OptionalDigits ?? 0);
        if (max is null && width < 2)
        {
            return component with { Number = number };
        }

        if (digits is not null)
        {
            digits = max is null ? digits : digits.WithMandatoryDigits(width);
            number = dialect == JsonataDialect.Jsonata206 ? digits.WithParsedWidth(width) : digits;
        }

        return component with { Number = number, YearDigits = component.Specifier == 'Y' ? width : null };
    }

    /// <summary>Since 2.2 a number ends where the next begins, by its least number of digits.</summary>
    private void EndPreviousNumber()
    {
        if (dialect == JsonataDialect.Jsonata22 && parts is [.., MomentPart.Component { Number: DigitsPicture { MandatoryDigits: var width } digits } previous])
        {
            parts[^1] = previous with { Number = digits.WithParsedWidth(width) };
        }
    }
}
