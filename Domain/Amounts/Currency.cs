using System.Collections.Frozen;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Amounts;

/// <summary>A currency of ISO 4217: its code and how many decimals its amounts have.</summary>
/// <seealso href="https://www.iso.org/iso-4217-currency-codes.html">ISO 4217</seealso>
public sealed record Currency
{
    private const string WithTwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP "
        + "COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
        + "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN "
        + "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL "
        + "THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private static readonly FrozenDictionary<string, Currency> Known = Table();

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    /// <summary>Three capital letters.</summary>
    public string Code { get; }

    /// <summary>Decimals of the minor unit: 2 for EUR, none for JPY, 3 for BHD.</summary>
    public int Decimals { get; }

    /// <summary>The currency of a code; case does not matter.</summary>
    /// <exception cref="InvalidAmountException">No such code.</exception>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Known.TryGetValue(code, out var currency)
            ? currency
            : throw new InvalidAmountException($"Expected an ISO 4217 currency code such as EUR, found '{code}'.");
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static FrozenDictionary<string, Currency> Table() =>
        new[]
        {
            (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
            (2, WithTwoDecimals),
            (3, "BHD IQD JOD KWD LYD OMR TND"),
            (4, "CLF UYW"),
        }
        .SelectMany(group => group.Item2.Split(' '), (group, code) => new Currency(code, group.Item1))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.OrdinalIgnoreCase);
}
