using Microsoft.Extensions.DependencyInjection;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>Registers the test cases that executions can be started with.</summary>
public static class MockServices
{
    /// <summary>The setting that names the file, as for AWS Step Functions Local; usually an environment variable.</summary>
    public const string FileSetting = "SFN_MOCK_CONFIG";

    /// <summary>Adds the test cases of a file; without a file there are none.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or is wrong; the message names all that is.</exception>
    public static IServiceCollection AddMocks(this IServiceCollection services, string? file) =>
        string.IsNullOrEmpty(file) ? services : services.AddSingleton(Read(file));

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or is wrong; the message names all that is.</exception>
    public static MockConfiguration Read(string file)
    {
        var parsed = MockConfigurationReader.Read(TextOf(file));
        return parsed.Configuration
            ?? throw new InvalidDataException($"The mock configuration {file} is wrong:{string.Concat(parsed.Problems.Select(problem => $"{Environment.NewLine}  {problem}"))}");
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The mock configuration cannot be read: {e.Message}", e);
        }
    }
}
