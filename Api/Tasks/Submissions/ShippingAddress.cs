using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>Where an order goes.</summary>
[DisplayName("Address")]
internal sealed record ShippingAddress
{
    [StringLength(200, MinimumLength = 1), Printable, Description("Who receives it.")]
    public string? Recipient { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Street and number.")]
    public string? Street { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Town.")]
    public string? City { get; init; }

    [StringLength(32, MinimumLength = 1), Printable, Description("Postal code.")]
    public string? PostalCode { get; init; }

    [StringLength(64, MinimumLength = 1), Printable, Description("Country.")]
    public string? Country { get; init; }

    public JsonObject ToInput() => new JsonObjectBuilder()
        .SetIfPresent("recipient", Recipient)
        .SetIfPresent("street", Street)
        .SetIfPresent("city", City)
        .SetIfPresent("postalCode", PostalCode)
        .SetIfPresent("country", Country)
        .Build();
}
