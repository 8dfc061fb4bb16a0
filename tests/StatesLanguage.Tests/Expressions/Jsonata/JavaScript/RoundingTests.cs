using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.JavaScript;

public class RoundingTests
{
    [Theory]
    [InlineData(2.5, 0, 2)]
    [InlineData(3.5, 0, 4)]
    [InlineData(-2.5, 0, -2)]
    [InlineData(-7.5, 0, -8)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(1.005, 2, 1)]
    [InlineData(1.015, 2, 1.02)]
    [InlineData(125, -1, 120)]
    [InlineData(6.022e-23, 24, 6e-23)]
    [InlineData(1e300, 5, 1e300)]
    [InlineData(9007199254740993, 0, 9007199254740993)]
    public void A_half_goes_to_the_even_neighbour(double number, double digits, double expected) => Assert.Equal(expected, Rounding.HalfEven(number, digits));

    [Fact]
    public void A_fraction_of_a_digit_makes_no_number() => Assert.Equal(double.NaN, Rounding.HalfEven(2.5, 1.5));
}
