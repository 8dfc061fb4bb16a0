using System.Globalization;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Amounts;

/// <summary>An amount of a currency. Never negative, never finer than the currency's minor unit.</summary>
/// <remarks>Nothing in this domain is rounded: an amount that does not fit its currency is refused, not bent.</remarks>
public sealed record Money
{
    /// <summary>The largest amount of any currency; as minor units it fits a <see cref="long"/>.</summary>
    public const decimal Maximum = 99_999_999_999_999m;

    private Money(decimal amount, Currency currency) => (Amount, Currency) = (amount, currency);

    /// <summary>The amount, written with all decimals of its currency: ten euros are <c>10.00</c>.</summary>
    public decimal Amount { get; }

    /// <summary>What it is an amount of.</summary>
    public Currency Currency { get; }

    /// <summary>The amount counted in minor units: 1050 for 10.50 EUR, 1050 for 1050 JPY.</summary>
    public long MinorUnits => (long)(Amount * PowerOfTen(Currency.Decimals));

    /// <summary>Whether there is nothing.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>An amount of a currency.</summary>
    /// <exception cref="InvalidAmountException">Negative, too large, too many decimals, or no such currency.</exception>
    public static Money Of(decimal amount, string currency) => Of(amount, Currency.Of(currency));

    /// <inheritdoc cref="Of(decimal, string)"/>
    public static Money Of(decimal amount, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (amount < 0)
        {
            throw new InvalidAmountException($"Expected an amount of {currency} that is not negative, found {Plain(amount)}.");
        }

        if (amount > Maximum)
        {
            throw new InvalidAmountException($"Expected an amount of {currency} of at most {Plain(Maximum)}, found {Plain(amount)}.");
        }

        var rounded = decimal.Round(amount, currency.Decimals);
        return rounded == amount
            ? new Money(rounded + new decimal(0, 0, 0, isNegative: false, (byte)currency.Decimals), currency)
            : throw new InvalidAmountException(
                $"Expected an amount of {currency} with at most {currency.Decimals} decimals, found {Plain(amount)}.");
    }

    /// <summary>The amount that <see cref="MinorUnits"/> counts.</summary>
    public static Money OfMinorUnits(long minorUnits, string currency)
    {
        var known = Currency.Of(currency);
        return Of(minorUnits / PowerOfTen(known.Decimals), known);
    }

    /// <summary>Nothing of a currency.</summary>
    public static Money Zero(Currency currency) => Of(0, currency);

    /// <summary>Both together.</summary>
    /// <exception cref="InvalidAmountException">The currencies differ, or the sum is too large.</exception>
    public Money Plus(Money other) => Of(Amount + InSameCurrency(other), Currency);

    /// <summary>What is left when the other is taken away.</summary>
    /// <exception cref="InvalidAmountException">The currencies differ, or the other is more.</exception>
    public Money Minus(Money other) =>
        InSameCurrency(other) <= Amount
            ? Of(Amount - other.Amount, Currency)
            : throw new InvalidAmountException($"{other} cannot be taken from {this}.");

    /// <summary>So many times this.</summary>
    /// <exception cref="InvalidAmountException">A negative count, or the product is too large.</exception>
    public Money Times(int count) => Of(Amount * count, Currency);

    /// <summary>Whether this is more than the other.</summary>
    /// <exception cref="InvalidAmountException">The currencies differ.</exception>
    public bool Exceeds(Money other) => Amount > InSameCurrency(other);

    /// <summary>For instance <c>10.50 EUR</c>.</summary>
    public override string ToString() => $"{Plain(Amount)} {Currency}";

    private decimal InSameCurrency(Money other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Currency == Currency
            ? other.Amount
            : throw new InvalidAmountException($"Expected an amount of {Currency}, found {other}.");
    }

    private static decimal PowerOfTen(int exponent) => exponent switch { 0 => 1, 2 => 100, 3 => 1000, _ => 10_000 };

    private static string Plain(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
