using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>English number words.</summary>
internal sealed class WordsPicture(WordStyle style, bool isOrdinal) : IntegerPicture
{
    public override string Expression => NumberWords.Expression;

    public override double Read(string text) => NumberWords.Read(LetterCase.Lower(text));

    protected override string FormatMagnitude(double whole)
    {
        if (!double.IsFinite(whole))
        {
            throw new JsonataFailure("D1001") { Value = JsonNumber.Calculated(whole) };
        }

        var words = NumberWords.Of(whole, isOrdinal);
        return style switch
        {
            WordStyle.Upper => LetterCase.Upper(words),
            WordStyle.Lower => LetterCase.Lower(words),
            _ => words,
        };
    }
}
