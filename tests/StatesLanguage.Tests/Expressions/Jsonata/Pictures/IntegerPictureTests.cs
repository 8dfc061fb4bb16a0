using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Pictures;

public class IntegerPictureTests
{
    [Theory]
    [InlineData(7, "000", "007")]
    [InlineData(-3, "0000", "-0003")]
    [InlineData(1234567, "#,##0", "1,234,567")]
    [InlineData(1234567890, "##,##,##0", "12345,67,890")]
    [InlineData(123456, "0-00-000", "1-23-456")]
    [InlineData(12, "##,##,##0", ",,12")]
    [InlineData(12340, "###٠", "١٢٣٤٠")]
    [InlineData(1e21, "0", "1e+21")]
    [InlineData(1, "0;o", "1st")]
    [InlineData(12, "0;o", "12th")]
    [InlineData(122, "0;o", "122nd")]
    [InlineData(1234, "0;c", "1234")]
    public void Writes_digits(double number, string picture, string expected) => Assert.Equal(expected, IntegerPicture.Parse(picture).Format(number));

    [Theory]
    [InlineData(0, "w", "zero")]
    [InlineData(99, "W", "NINETY-NINE")]
    [InlineData(555, "Ww", "Five Hundred and Fifty-Five")]
    [InlineData(1001, "w", "one thousand and one")]
    [InlineData(327730, "w", "three hundred and twenty-seven thousand, seven hundred and thirty")]
    [InlineData(1e15, "w", "one thousand trillion")]
    [InlineData(20, "w;o", "twentieth")]
    [InlineData(3731, "w;o", "three thousand, seven hundred and thirty-first")]
    [InlineData(1000, "W;o", "ONE THOUSANDTH")]
    public void Writes_words(double number, string picture, string expected) => Assert.Equal(expected, IntegerPicture.Parse(picture).Format(number));

    [Theory]
    [InlineData(1984, "I", "MCMLXXXIV")]
    [InlineData(4, "i", "iv")]
    [InlineData(0, "I", "")]
    [InlineData(26, "a", "z")]
    [InlineData(27, "A", "AA")]
    [InlineData(123456, "A", "FZPH")]
    public void Writes_numerals_and_letters(double number, string picture, string expected) => Assert.Equal(expected, IntegerPicture.Parse(picture).Format(number));

    [Theory]
    [InlineData("0")]
    [InlineData("#,##0;o")]
    [InlineData("0000.00")]
    [InlineData("٠")]
    [InlineData("w")]
    [InlineData("W;o")]
    [InlineData("Ww")]
    [InlineData("I")]
    [InlineData("a")]
    public void What_a_picture_writes_it_reads(string text)
    {
        var picture = IntegerPicture.Parse(text);

        Prop.ForAll(Gen.Choose(1, 2_000_000).ToArbitrary(), number => Assert.Equal(number, picture.Read(picture.Format(number))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(300)));
    }

    [Theory]
    [InlineData("bogus", "w")]
    [InlineData("MMQ", "I")]
    [InlineData("x1", "0")]
    public void What_is_no_number_reads_as_none(string text, string picture) => Assert.Equal(double.NaN, IntegerPicture.Parse(picture).Read(text));

    [Fact]
    public void Digits_of_two_scripts_do_not_mix() => Assert.Equal("D3131", Assert.Throws<JsonataFailure>(() => IntegerPicture.Parse("##0０")).Code);

    [Fact]
    public void A_picture_without_digits_is_refused_when_it_is_used()
    {
        var picture = IntegerPicture.Parse("#");

        var failure = Assert.Throws<JsonataFailure>(() => picture.Format(50));

        Assert.Equal(("D3130", Json.Of("#")), (failure.Code, failure.Value));
    }

    [Theory]
    [InlineData("w", double.PositiveInfinity)]
    [InlineData("I", 1e9)]
    public void A_number_that_would_take_for_ever_to_write_is_refused(string picture, double number) =>
        Assert.Equal("D1001", Assert.Throws<JsonataFailure>(() => IntegerPicture.Parse(picture).Format(number)).Code);
}
