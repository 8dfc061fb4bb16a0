using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Tests.Amounts;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("10.5", "EUR", "10.50 EUR", 1050)]
    [InlineData("10.5000", "eur", "10.50 EUR", 1050)]
    [InlineData("1050", "JPY", "1050 JPY", 1050)]
    [InlineData("1.5", "BHD", "1.500 BHD", 1500)]
    [InlineData("0", "CLF", "0.0000 CLF", 0)]
    public void Has_the_decimals_of_its_currency(string amount, string currency, string text, long minorUnits)
    {
        var money = Money.Of(decimal.Parse(amount), currency);

        Assert.Equal((text, minorUnits), (money.ToString(), money.MinorUnits));
    }

    [Theory]
    [InlineData("10.005", "EUR", "Expected an amount of EUR with at most 2 decimals, found 10.005.")]
    [InlineData("0.5", "JPY", "Expected an amount of JPY with at most 0 decimals, found 0.5.")]
    [InlineData("-1", "EUR", "Expected an amount of EUR that is not negative, found -1.")]
    [InlineData("100000000000000", "EUR", "Expected an amount of EUR of at most 99999999999999, found 100000000000000.")]
    [InlineData("1", "EURO", "Expected an ISO 4217 currency code such as EUR, found 'EURO'.")]
    public void Refuses_what_is_no_amount(string amount, string currency, string message)
    {
        var refused = Assert.Throws<InvalidAmountException>(() => Money.Of(decimal.Parse(amount), currency));

        Assert.Equal(("InvalidAmount", message), (refused.Name, refused.Message));
    }

    [Fact]
    public void Does_not_mix_currencies()
    {
        var euro = Money.Of(1, "EUR");
        var dollar = Money.Of(1, "USD");

        Assert.Throws<InvalidAmountException>(() => euro.Plus(dollar));
        Assert.Throws<InvalidAmountException>(() => euro.Minus(dollar));
        Assert.Throws<InvalidAmountException>(() => euro.Exceeds(dollar));
        Assert.NotEqual(euro, dollar);
    }

    [Fact]
    public void Does_not_fall_below_nothing() =>
        Assert.Equal(
            "1.01 EUR cannot be taken from 1.00 EUR.",
            Assert.Throws<InvalidAmountException>(() => Money.Of(1, "EUR").Minus(Money.Of(1.01m, "EUR"))).Message);

    [Fact]
    public void Does_not_grow_beyond_its_maximum() =>
        Assert.Throws<InvalidAmountException>(() => Money.Of(Money.Maximum, "EUR").Times(int.MaxValue));

    [Fact]
    public void Adds_up_and_takes_away_to_the_cent() =>
        Prop.ForAll(Amounts().Two().ToArbitrary(), pair =>
        {
            var (a, b) = pair;
            return a.Plus(b) == b.Plus(a)
                && a.Plus(b).Minus(b) == a
                && a.Plus(b).MinorUnits == a.MinorUnits + b.MinorUnits
                && Money.OfMinorUnits(a.MinorUnits, "BHD") == a;
        }).QuickCheckThrowOnFailure();

    private static Gen<Money> Amounts() => Gen.Choose(0, int.MaxValue).Select(units => Money.OfMinorUnits(units * 1000L, "BHD"));
}
