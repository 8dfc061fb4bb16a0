using TaskOrchestration.Console.Tests.Exhibits;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>All tests in a browser: one after the other, for they share it and the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleTests : ICollectionFixture<ConsoleBrowser>, ICollectionFixture<Exhibitions>
{
    /// <summary>What test classes name.</summary>
    public const string Name = "console";
}
