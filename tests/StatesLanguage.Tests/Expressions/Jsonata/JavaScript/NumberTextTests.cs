using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.JavaScript;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680, "123456789012345680")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1.25e-7, "1.25e-7")]
    [InlineData(-0.00015, "-0.00015")]
    [InlineData(-0.0, "0")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(double.NaN, "NaN")]
    public void Writes_a_number_as_JavaScript_does(double number, string expected) => Assert.Equal(expected, NumberText.Shortest(number));

    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(123456789012345678, "123456789012346000")]
    [InlineData(1e100, "1e+100")]
    [InlineData(1234567890123.125, "1234567890123.13")]
    [InlineData(-12345678901234.25, "-12345678901234.3")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(22.0 / 7 * 1e-7, "3.14285714285714e-7")]
    public void Rounds_to_15_digits(double number, string expected) => Assert.Equal(expected, NumberText.Rounded(number));

    [Theory]
    [InlineData(100, 2, "1100100")]
    [InlineData(-255, 16, "-ff")]
    [InlineData(0, 36, "0")]
    [InlineData(123456789012345680, 36, "xrls1wq49jk")]
    [InlineData(1e21, 3, "100010202110111202020110202012022200000000000")]
    [InlineData(5890840712243076, 10, "5890840712243076")]
    [InlineData(1e21, 2, "1101100011010111001001101011011100010111011110101000000000000000000000")]
    public void Writes_whole_numbers_in_other_bases(double number, int radix, string expected) => Assert.Equal(expected, NumberText.InBase(number, radix));

    [Fact]
    public void What_is_written_reads_back() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            number => Assert.Equal(number.Get, double.Parse(NumberText.Shortest(number.Get), CultureInfo.InvariantCulture)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(2_000)));

    [Fact]
    public void Rounding_again_changes_nothing() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            number => Assert.Equal(NumberText.Rounded(number.Get), NumberText.Rounded(double.Parse(NumberText.Rounded(number.Get), CultureInfo.InvariantCulture))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(2_000)));
}
