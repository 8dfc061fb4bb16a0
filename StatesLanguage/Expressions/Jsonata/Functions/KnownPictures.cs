using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>Pictures that have been read before. A picture written in an expression is one value for as long as the expression lives, and what it was read as lives as long.</summary>
internal static class KnownPictures
{
    private static readonly ConditionalWeakTable<JsonString, IntegerPicture> Integers = [];
    private static readonly ConditionalWeakTable<JsonString, DecimalPicture> Decimals = [];
    private static readonly ConditionalWeakTable<JsonString, MomentPicture> Moments = [];
    private static readonly DecimalSymbols UsualSymbols = new([]);

    /// <summary>A picture of whole numbers.</summary>
    /// <exception cref="JsonataFailure">The picture is wrong.</exception>
    public static IntegerPicture Integer(JsonString picture) => Integers.GetValue(picture, key => IntegerPicture.Parse(key.Value));

    /// <summary>A picture of decimal numbers with the usual symbols.</summary>
    /// <exception cref="JsonataFailure">The picture breaks a rule.</exception>
    public static DecimalPicture Decimal(JsonString picture, JsonataDialect dialect) =>
        dialect == JsonataDialect.Jsonata206
            ? Decimals.GetValue(picture, key => DecimalPicture.Parse(key.Value, UsualSymbols, JsonataDialect.Jsonata206))
            : DecimalPicture.Parse(picture.Value, UsualSymbols, dialect);

    /// <summary>A picture of dates and times.</summary>
    /// <exception cref="JsonataFailure">The picture is wrong.</exception>
    public static MomentPicture Moment(JsonString picture, JsonataDialect dialect) =>
        dialect == JsonataDialect.Jsonata206
            ? Moments.GetValue(picture, key => MomentPictureReader.Read(key.Value, JsonataDialect.Jsonata206))
            : MomentPictureReader.Read(picture.Value, dialect);
}
