namespace TaskOrchestration.Domain.Orders;

/// <summary>Where an order goes. Every part may be missing.</summary>
public sealed record Address
{
    /// <summary>Who receives it.</summary>
    public string? Recipient { get; init; }

    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country, as the caller writes it.</summary>
    public string? Country { get; init; }
}
