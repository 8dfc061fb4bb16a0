using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>Roman numerals. Nought is the empty text.</summary>
internal sealed class RomanPicture(bool isUpper) : IntegerPicture
{
    /// <summary>Every thousand is one more M; the language's own implementation gives up on numbers of this size too.</summary>
    private const double Largest = 5_000_000;

    private static readonly (int Value, string Numeral)[] Numerals =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public override string Expression => isUpper ? "[MDCLXVI]+" : "[mdclxvi]+";

    public override double Read(string text)
    {
        var number = 0.0;
        var largest = 1.0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = ValueOf(text[i]);
            if (value < largest)
            {
                number -= value;
            }
            else
            {
                largest = value;
                number += value;
            }
        }

        return number;
    }

    protected override string FormatMagnitude(double whole)
    {
        if (whole > Largest)
        {
            throw new JsonataFailure("D1001") { Value = JsonNumber.Calculated(whole) };
        }

        var text = new StringBuilder();
        var rest = whole;
        foreach (var (value, numeral) in Numerals)
        {
            for (; rest >= value; rest -= value)
            {
                text.Append(numeral);
            }
        }

        return isUpper ? LetterCase.Upper(text.ToString()) : text.ToString();
    }

    private double ValueOf(char digit) => (isUpper ? digit : char.ToUpperInvariant(digit)) switch
    {
        'M' => 1000,
        'D' => 500,
        'C' => 100,
        'L' => 50,
        'X' => 10,
        'V' => 5,
        'I' => 1,
        _ => double.NaN,
    };
}
