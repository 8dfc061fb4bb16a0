using System.Text.RegularExpressions;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Numbers as English words: <c>Three Thousand, Seven Hundred and Thirty-First</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] SmallOrdinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
        "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly string[] Magnitudes = ["Thousand", "Million", "Billion", "Trillion"];

    private static readonly Dictionary<string, double> Values = AllWords().ToDictionary(word => word.Word, word => word.Value);

    /// <summary>A regular expression for texts of number words.</summary>
    public static string Expression { get; } = $"(?:{string.Join('|', Values.Keys)}|and|[\\-, ])+";

    /// <summary>The number in words that start with capitals.</summary>
    public static string Of(double whole, bool isOrdinal) => Of(whole, follows: false, isOrdinal);

    /// <summary>What words in small letters mean; NaN if one of them is no number word.</summary>
    public static double Read(string words)
    {
        var parts = new Stack<double>([0]);
        foreach (var word in Regex.Split(words, @",\s|\sand\s|[\s\\-]", RegexOptions.NonBacktracking))
        {
            var value = Values.GetValueOrDefault(word, double.NaN);
            if (!(value < 100))
            {
                parts.Push(parts.Pop() * value);
                continue;
            }

            if (parts.Peek() >= 1000)
            {
                parts.Push(0);
            }

            parts.Push(parts.Pop() + value);
        }

        return parts.Sum();
    }

    private static string Of(double number, bool follows, bool isOrdinal)
    {
        if (number < 20)
        {
            return (follows ? " and " : "") + (isOrdinal ? SmallOrdinals : Small)[(int)number];
        }

        if (number < 100)
        {
            return (follows ? " and " : "") + OfTens((int)number, isOrdinal);
        }

        var (factor, name) = Largest(number);
        var count = Math.Floor(number / factor);
        var rest = number - (count * factor);
        var words = $"{(follows ? ", " : "")}{Of(count, follows: false, isOrdinal: false)} {name}";
        return rest > 0
            ? words + Of(rest, follows: true, isOrdinal)
            : words + (isOrdinal ? "th" : "");
    }

    private static string OfTens(int number, bool isOrdinal)
    {
        var tens = Tens[(number / 10) - 2];
        var rest = number % 10;
        if (rest > 0)
        {
            return $"{tens}-{Of(rest, follows: false, isOrdinal)}";
        }

        return isOrdinal ? Ordinal(tens) : tens;
    }

    private static string Ordinal(string tens) => $"{tens[..^1]}ieth";

    /// <summary>The largest magnitude that the number reaches: <c>Hundred</c>, or thousands up to trillions, of which there may be thousands again.</summary>
    private static (double Factor, string Name) Largest(double number)
    {
        if (number < 1000)
        {
            return (100, "Hundred");
        }

        var magnitude = Math.Min((int)Math.Floor(Math.Log10(number) / 3), Magnitudes.Length);
        return (Math.Pow(1000, magnitude), Magnitudes[magnitude - 1]);
    }

    private static IEnumerable<(string Word, double Value)> AllWords()
    {
        for (var i = 0; i < Small.Length; i++)
        {
            yield return (Small[i].ToLowerInvariant(), i);
            yield return (SmallOrdinals[i].ToLowerInvariant(), i);
        }

        for (var i = 0; i < Tens.Length; i++)
        {
            yield return (Tens[i].ToLowerInvariant(), 10 * (i + 2));
            yield return (Ordinal(Tens[i]).ToLowerInvariant(), 10 * (i + 2));
        }

        yield return ("hundred", 100);
        yield return ("hundredth", 100);
        for (var i = 0; i < Magnitudes.Length; i++)
        {
            yield return (Magnitudes[i].ToLowerInvariant(), Math.Pow(1000, i + 1));
            yield return ($"{Magnitudes[i].ToLowerInvariant()}th", Math.Pow(1000, i + 1));
        }
    }
}
