using System.Text;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The words of the language that name one of several things, as in <c>FIRST_ROW</c> for <see cref="CsvHeaderLocation.FirstRow"/>.</summary>
public static class Word
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => OfName(Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"expected a {typeof(T).Name}"));

    /// <summary>All words of a kind, in the order in which they are declared.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(OfName)];

    /// <summary>What a word stands for, or null if it is none of the kind.</summary>
    public static T? Read<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    private static string OfName(string name)
    {
        var word = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToUpperInvariant(letter));
        }

        return word.ToString();
    }
}
