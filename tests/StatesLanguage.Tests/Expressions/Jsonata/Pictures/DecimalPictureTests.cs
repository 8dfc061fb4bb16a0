using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Pictures;

public class DecimalPictureTests
{
    [Theory]
    [InlineData(12345678.9, "9,999.99", "12,345,678.90")]
    [InlineData(-6, "000", "-006")]
    [InlineData(0.5, "#.##", ".5")]
    [InlineData(0, "#", "0")]
    [InlineData(1.5, "0", "2")]
    [InlineData(2.5, "0", "2")]
    [InlineData(1e20, "#,######", "100,000000,000000,000000")]
    [InlineData(1234567, "#,##,##0", "12,34,567")]
    [InlineData(42.5, "0,0.0,0", "4,2.5,0")]
    [InlineData(-1234.5678, "#,##0.00;(#,##0.00)", "(1,234.57)")]
    [InlineData(12345.6, "EUR #,##0.0 net", "EUR 12,345.6 net")]
    [InlineData(0.14, "01%", "14%")]
    [InlineData(0.14, "#0‰", "140‰")]
    [InlineData(1e22, "0.00", "1e+22.00")]
    public void Writes_a_number(double number, string picture, string expected) => Assert.Equal(expected, Written(number, picture));

    [Theory]
    [InlineData(1234.5678, "00.000e000", "12.346e002")]
    [InlineData(0.234, "#.00e0", "0.23e0")]
    [InlineData(0.234, ".00e0", ".23e0")]
    [InlineData(0.00042, "0.0e0", "4.2e-4")]
    [InlineData(-42, "0e0", "-4e1")]
    [InlineData(0, "0e0", "0e0")]
    public void Writes_a_power_of_ten(double number, string picture, string expected) => Assert.Equal(expected, Written(number, picture));

    [Fact]
    public void Other_characters_may_take_the_parts()
    {
        var symbols = new DecimalSymbols([new("decimal-separator", ","), new("grouping-separator", "."), new("zero-digit", "٠"), new("minus-sign", "~")]);

        Assert.Equal("~١.٢٣٤,٥٠", DecimalPicture.Parse("#.٠٠٠,٠٠", symbols, JsonataDialect.Jsonata206).Format(-1234.5));
    }

    [Theory]
    [InlineData("0;0;0", "D3080")]
    [InlineData("#.0.0", "D3081")]
    [InlineData("#0%%", "D3082")]
    [InlineData("#0‰‰", "D3083")]
    [InlineData("#0%‰", "D3084")]
    [InlineData(".e0", "D3085")]
    [InlineData("0+.e0", "D3086")]
    [InlineData("0,.e0", "D3087")]
    [InlineData("0,", "D3088")]
    [InlineData("0,,0", "D3089")]
    [InlineData("0#.e0", "D3090")]
    [InlineData("#0.#0e0", "D3091")]
    [InlineData("#0.0e0%", "D3092")]
    [InlineData("#0.0e0,0", "D3093")]
    public void Says_which_rule_a_picture_breaks(string picture, string code) => Assert.Equal(code, Assert.Throws<JsonataFailure>(() => Written(20, picture)).Code);

    [Fact]
    public void A_picture_without_a_digit_has_a_code_only_since_2_2()
    {
        Assert.Null(Assert.Throws<JsonataFailure>(() => Written(12, "")).Code);
        Assert.Equal("D3085", Assert.Throws<JsonataFailure>(() => Written(12, "", JsonataDialect.Jsonata22)).Code);
    }

    [Fact]
    public void More_digits_than_a_number_can_have_are_refused() =>
        Assert.Equal("Expected at most 100 digits after the decimal separator, found 101", Assert.Throws<JsonataFailure>(() => Written(1, "0." + new string('0', 101))).Text);

    private static string Written(double number, string picture, JsonataDialect dialect = JsonataDialect.Jsonata206) =>
        DecimalPicture.Parse(picture, new DecimalSymbols([]), dialect).Format(number);
}
