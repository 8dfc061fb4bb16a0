namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

/// <summary>One server and one process of each client for the tests of all actions.</summary>
[CollectionDefinition(Name)]
public sealed class Sessions : ICollectionFixture<ClientSession>
{
    public const string Name = "every action through every client";
}
