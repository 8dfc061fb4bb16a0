using System.Collections.Frozen;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Why a payment was refused, by the names that card payments have for it. A closed set.</summary>
public sealed record DeclineCode
{
    /// <summary>The issuer gives no reason.</summary>
    public static readonly DeclineCode DoNotHonor = new("do_not_honor", "the issuer declined", isFinal: false);

    /// <summary>The account has not enough money or credit.</summary>
    public static readonly DeclineCode InsufficientFunds = new("insufficient_funds", "insufficient funds", isFinal: false);

    /// <summary>The card is past its date.</summary>
    public static readonly DeclineCode ExpiredCard = new("expired_card", "the card has expired", isFinal: true);

    /// <summary>The card was reported lost.</summary>
    public static readonly DeclineCode LostCard = new("lost_card", "the card was reported lost", isFinal: true);

    /// <summary>The card was reported stolen.</summary>
    public static readonly DeclineCode StolenCard = new("stolen_card", "the card was reported stolen", isFinal: true);

    /// <summary>No account has this number.</summary>
    public static readonly DeclineCode InvalidNumber = new("invalid_number", "there is no such card", isFinal: true);

    /// <summary>The security code is wrong.</summary>
    public static readonly DeclineCode IncorrectCvc = new("incorrect_cvc", "the security code is wrong", isFinal: true);

    /// <summary>The card was used too often or for too much.</summary>
    public static readonly DeclineCode CardVelocityExceeded = new("card_velocity_exceeded", "the card's limit is exceeded", isFinal: false);

    /// <summary>The card cannot be used for this kind of payment.</summary>
    public static readonly DeclineCode TransactionNotAllowed = new("transaction_not_allowed", "the card does not allow this payment", isFinal: true);

    /// <summary>The currency is not supported.</summary>
    public static readonly DeclineCode CurrencyNotSupported = new("currency_not_supported", "the card does not support the currency", isFinal: true);

    /// <summary>The payment looks like fraud.</summary>
    public static readonly DeclineCode Fraudulent = new("fraudulent", "suspected fraud", isFinal: true);

    /// <summary>The issuer wants the cardholder to authenticate.</summary>
    public static readonly DeclineCode AuthenticationRequired = new("authentication_required", "the cardholder has to authenticate", isFinal: false);

    /// <summary>The issuer could not be asked.</summary>
    public static readonly DeclineCode IssuerNotAvailable = new("issuer_not_available", "the issuer cannot be reached", isFinal: false);

    /// <summary>At a capture: the authorisation is not good any more.</summary>
    public static readonly DeclineCode AuthorizationExpired = new("authorization_expired", "the authorisation has expired", isFinal: true);

    private static readonly FrozenDictionary<string, DeclineCode> ByName = All.ToFrozenDictionary(code => code.Name);

    private DeclineCode(string name, string message, bool isFinal) => (Name, Message, IsFinal) = (name, message, isFinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclineCode> All =>
    [
        DoNotHonor, InsufficientFunds, ExpiredCard, LostCard, StolenCard, InvalidNumber, IncorrectCvc, CardVelocityExceeded,
        TransactionNotAllowed, CurrencyNotSupported, Fraudulent, AuthenticationRequired, IssuerNotAvailable, AuthorizationExpired,
    ];

    /// <summary>The name, in lower case with underscores. Never changed: records are kept with it.</summary>
    public string Name { get; }

    /// <summary>The same in words.</summary>
    public string Message { get; }

    /// <summary>Whether the same card will be refused again, however often it is tried (a hard decline).</summary>
    public bool IsFinal { get; }

    /// <summary>The code of a name; none for a name that is not of the set.</summary>
    public static DeclineCode? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
