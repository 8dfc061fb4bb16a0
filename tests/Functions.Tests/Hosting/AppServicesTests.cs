using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Hosting;

public sealed class AppServicesTests
{
    /// <summary>The classes with functions in them.</summary>
    public static TheoryData<Type> FunctionClasses() =>
        [.. typeof(AppServices).Assembly.GetExportedTypes().Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute))))];

    [Fact]
    public void Everything_that_is_registered_can_be_made()
    {
        var builder = FunctionsApplication.CreateBuilder([$"--environment={Environments.Development}"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(TestApp.Settings());
        builder.AddTaskOrchestration();

        // In development a host checks that of every registration.
        using var host = builder.Build();

        Assert.NotNull(host.Services.GetRequiredService<RequestPipeline>());
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task The_worker_can_make_the_classes_of_functions(Type type)
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();

        var made = type is { IsAbstract: true, IsSealed: true } ? type : ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);

        Assert.NotNull(made);
    }

    [Theory]
    [InlineData("MasterKey", null, "Expected the setting MasterKey")]
    [InlineData("MasterKey", "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/key)", "Key Vault reference that the platform could not resolve")]
    [InlineData("MasterKey", "c2hvcnQ=", "Expected 32 bytes in base64")]
    [InlineData("FirstAdminKey", "admin:admin", "Expected ID.SECRET in the setting FirstAdminKey")]
    [InlineData("Storage:ConnectionString", null, "Storage:TableServiceUri")]
    [InlineData("SETTLEMENT_SCHEDULE", "30 2 * * *", "SETTLEMENT_SCHEDULE: expected 6 fields")]
    [InlineData("RETENTION_SCHEDULE", "0 30 3 * * 1-5", "RETENTION_SCHEDULE: expected days of the week by their names")]
    public void A_wrong_setting_is_named(string setting, string? value, string expected)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(TestApp.Settings()) { [setting] = value });

        var e = Assert.Throws<InvalidDataException>(() => builder.AddTaskOrchestration());

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MasterKey")]
    [InlineData("FirstAdminKey")]
    public void What_the_sample_has_for_a_secret_is_refused_on_Azure(string setting)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathOf("local.settings.sample.json")))!["Values"]!;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(TestApp.Settings())
        {
            [setting] = (string?)sample[setting],
            ["Storage:ConnectionString"] = null,
            ["Storage:TableServiceUri"] = "https://account.table.core.windows.net",
            ["Storage:BlobServiceUri"] = "https://account.blob.core.windows.net",
        });

        var e = Assert.Throws<InvalidDataException>(() => builder.AddTaskOrchestration());

        Assert.Equal($"Expected a secret of your own in the setting {setting}, found the one of local.settings.sample.json, which everybody knows.", e.Message);
    }
}
