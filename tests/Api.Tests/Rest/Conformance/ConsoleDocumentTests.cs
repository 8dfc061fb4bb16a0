using System.Text.Encodings.Web;
using System.Text.Json;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

public class ConsoleDocumentTests
{
    private const string Asked = "TASKORCH_WRITE_DOCUMENTS";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The console's client is generated from the file. With TASKORCH_WRITE_DOCUMENTS=1 in the environment this writes it instead.</summary>
    [Fact]
    public async Task The_document_the_console_is_built_from_is_what_the_server_says()
    {
        await using var server = await RestServer.StartAsync();
        var file = Repository.PathOf("Web", "openapi.json");
        var said = await server.Client.GetAsync(OpenApiPage.Path, caller: null);
        using var document = JsonDocument.Parse(said.Bytes);
        var text = JsonSerializer.Serialize(document, Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(Asked) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(
            File.Exists(file) && Json.Parse(await File.ReadAllTextAsync(file)).Equals(said.Json),
            $"Web/openapi.json is not what the server says; {Asked}=1 dotnet test tests/Api.Tests --filter {nameof(ConsoleDocumentTests)} writes it.");
    }
}
