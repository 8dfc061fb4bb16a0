namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>What a browser keeps, in a closed envelope, while its person is away at the identity provider.</summary>
/// <param name="State">Comes back with the person: who comes back is who went.</param>
/// <param name="Nonce">Comes back in the token.</param>
/// <param name="Verifier">Shows the provider that whoever redeems the code is who asked for it.</param>
/// <param name="To">The page they wanted.</param>
/// <param name="Until">When it is too late.</param>
internal sealed record OidcErrand(string State, string Nonce, string Verifier, string To, DateTimeOffset Until);
