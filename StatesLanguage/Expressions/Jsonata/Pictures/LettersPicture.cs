namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>a, b, … z, aa, ab: the numbering of spreadsheet columns.</summary>
internal sealed class LettersPicture(bool isUpper) : IntegerPicture
{
    private const int Letters = 26;

    private readonly char first = isUpper ? 'A' : 'a';

    public override string Expression => isUpper ? "[A-Z]+" : "[a-z]+";

    public override double Read(string text)
    {
        // Powers instead of multiplying along, so that what is rounded is rounded as in the language's own implementation.
        return text.Select((letter, index) => (letter - first + 1) * Math.Pow(Letters, text.Length - index - 1)).Sum();
    }

    protected override string FormatMagnitude(double whole)
    {
        var letters = new Stack<char>();
        for (var rest = whole; rest > 0 && double.IsFinite(rest); rest = Math.Floor((rest - 1) / Letters))
        {
            letters.Push((char)(first + (int)((rest - 1) % Letters)));
        }

        return new string([.. letters]);
    }
}
