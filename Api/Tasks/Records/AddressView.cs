using System.ComponentModel;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>Where an order goes, as it was kept.</summary>
[DisplayName("RecordedAddress")]
internal sealed record AddressView
{
    [Description("Who receives it.")]
    public string? Recipient { get; init; }

    [Description("Street and number.")]
    public string? Street { get; init; }

    [Description("Town.")]
    public string? City { get; init; }

    [Description("Postal code.")]
    public string? PostalCode { get; init; }

    [Description("Country.")]
    public string? Country { get; init; }

    public static AddressView? Of(Address? address) => address is null ? null : new AddressView
    {
        Recipient = address.Recipient,
        Street = address.Street,
        City = address.City,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };
}
