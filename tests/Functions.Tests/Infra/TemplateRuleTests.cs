using TaskOrchestration.Functions.Tests.Infra.Rules;

namespace TaskOrchestration.Functions.Tests.Infra;

/// <summary>Each rule finds what it is there for.</summary>
public class TemplateRuleTests
{
    private const string Account = "resource account 'Microsoft.Storage/storageAccounts@2025-08-01'";

    private static readonly Dictionary<string, string> Names = new() { ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor" };

    [Theory]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts@2019-01-01' = {}", "expected Microsoft.Storage/storageAccounts at version 2025-08-01, found 2019-01-01")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts' = {}", "expected Microsoft.Storage/storageAccounts at version 2025-08-01, found none")]
    [InlineData("resource a 'Microsoft.Batch/accounts@2025-08-01' = {}", "the type Microsoft.Batch/accounts is not known")]
    public void Finds_types_and_versions_that_nobody_knows(string text, string message) =>
        Finds(new ResourceTypes(new Dictionary<string, string> { ["Microsoft.Storage/storageAccounts"] = "2025-08-01" }), text, message);

    [Theory]
    [InlineData("var a = listKeys('id', '2025-08-01').keys[0].value", "listKeys asks for keys")]
    [InlineData("var a = account.listKeys().keys[0].value", "listKeys asks for keys")]
    [InlineData("var a = account.properties.primaryKey", "primaryKey is a key")]
    [InlineData("var a = insights.properties.InstrumentationKey", "InstrumentationKey is a key")]
    [InlineData("var a = 'DefaultEndpointsProtocol=https;AccountKey=${b}'", "this looks like a secret")]
    [InlineData("var a = 'https://example.com/?sv=1&sig=abc'", "this looks like a secret")]
    [InlineData("var a = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='", "this looks like a secret")]
    [InlineData("param adminPassword string", "the parameter adminPassword would carry a secret through the deployment")]
    public void Finds_secrets(string text, string message) => Finds(new Secrets(), text, message);

    [Fact]
    public void Takes_a_role_that_is_known_given_on_one_resource_and_explained() => Assert.Empty(new Roles(Names).Check(Templates.Of(("main.bicep", Role()))));

    [Theory]
    [InlineData("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "nobody knows the role 8e3af657-a8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("var storageTableDataContributor", "var owner", "expected Storage Table Data Contributor to be called storageTableDataContributor, found owner")]
    [InlineData("  scope: account\n", "", "tables: it is given on the whole resource group")]
    [InlineData("  name: guid(account.id, principalId, storageTableDataContributor)\n", "  name: 'mine'\n", "tables: expected its name to be the guid of resource, identity and role")]
    [InlineData("    principalType: 'ServicePrincipal'\n", "", "tables: expected the principalType ServicePrincipal, without which a new identity may not be found yet")]
    [InlineData("subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)", "'*'", "tables: expected the role by its name")]
    [InlineData("// TableClient queries.\n", "", "tables: expected a comment before it that says which call needs it")]
    public void Finds_roles_that_are_unknown_too_wide_or_not_explained(string right, string wrong, string message) => Finds(new Roles(Names), Role().Replace(right, wrong, StringComparison.Ordinal), message);

    [Fact]
    public void Finds_an_id_of_a_role_without_a_name() => Finds(new Roles(Names), "var a = guid('0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')", "an id without a name");

    [Theory]
    [InlineData("var a = b", "b is declared nowhere")]
    [InlineData("var a = 'x${b}'", "b is declared nowhere")]
    [InlineData("var a = [for b in []: b]\nvar c = b", "b is declared nowhere")]
    [InlineData("var a = magic('x')", "the function magic is not known")]
    [InlineData("var a = loadTextContent('gone.json')", "there is no file gone.json")]
    [InlineData("var a = 1\nvar a = 2", "a is declared twice")]
    [InlineData("module m 'part.bicep' = {\n  name: 'm'\n}\nvar a = m.outputs.colour", "part.bicep has no output colour")]
    public void Finds_symbols_that_are_not_there(string text, string message) => Finds(new Symbols(), text, message, ("part.bicep", "output id string = 'x'"));

    [Theory]
    [InlineData("param a string", "param a is used nowhere")]
    [InlineData("var a = 1", "var a is used nowhere")]
    [InlineData("var a = map([], a => a)", "var a is used nowhere")]
    [InlineData("resource a 'X@1' existing = {\n  name: 'a'\n}", "resource a is used nowhere")]
    [InlineData("output a string = 'x'", "output a is used nowhere")]
    public void Finds_what_nobody_uses(string text, string message) => Finds(new Usage("main.bicep", readers: "azd reads b"), text, message);

    [Fact]
    public void Finds_outputs_and_templates_that_nobody_uses() => Assert.Equal(
        ["lonely.bicep(1): no template uses this one", "part.bicep(1): output id is used nowhere"],
        new Usage("main.bicep", readers: "").Check(Templates.Of(
            ("main.bicep", "module part 'part.bicep' = {\n  name: 'part'\n}"), ("part.bicep", "output id string = 'x'"), ("lonely.bicep", ""))).Select(finding => finding.ToString()));

    [Theory]
    [InlineData("module m 'gone.bicep' = {}", "there is no file gone.bicep")]
    [InlineData("module m 'part.bicep' = {\n  params: {\n    size: 1\n    colour: 'red'\n  }\n}", "part.bicep has no parameter colour")]
    [InlineData("module m 'part.bicep' = if (true) {\n  params: {}\n}", "part.bicep asks for size")]
    [InlineData("module m 'part.bicep' = {\n  params: {\n    size: 'large'\n  }\n}", "size: expected int, found string")]
    [InlineData("module m 'part.bicep' = {\n  params: {\n    size: 7\n  }\n}", "size: 7 is out of range")]
    [InlineData("module m 'part.bicep' = {\n  params: {\n    size: 1\n    kind: 'c'\n  }\n}", "kind: expected one of a, b, found c")]
    public void Finds_parameters_that_are_missing_unknown_or_wrong(string text, string message) =>
        Finds(new ModuleParameters(), text, message, ("part.bicep", "@maxValue(5)\nparam size int\n@allowed(['a', 'b'])\nparam kind string = 'a'"));

    [Theory]
    [InlineData("output a string = account.listKeys().keys[0].value", "output a shows a secret")]
    [InlineData("output a string = insights.properties.ConnectionString", "output a shows a secret")]
    [InlineData("@secure()\nparam hidden string\noutput a string = '${hidden}x'", "output a shows a secret")]
    [InlineData("output adminPassword string = 'x'", "output adminPassword shows a secret")]
    public void Finds_outputs_that_show_secrets(string text, string message) => Finds(new OutputSecrets(), text, message);

    [Theory]
    [InlineData("allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "account: expected properties.allowSharedKeyAccess to be false, found true")]
    [InlineData("allowBlobPublicAccess: false", "", "account: expected properties.allowBlobPublicAccess to be false, found nothing")]
    [InlineData("TLS1_2", "TLS1_0", "account: expected properties.minimumTlsVersion to be TLS1_2, found TLS1_0")]
    public void Finds_accounts_that_let_in_too_many(string right, string wrong, string message) => Finds(
        new Hardening(),
        $$"""
        {{Account}} = {
          properties: {
            allowSharedKeyAccess: false
            allowBlobPublicAccess: false
            allowCrossTenantReplication: false
            minimumTlsVersion: 'TLS1_2'
            supportsHttpsTrafficOnly: true
          }
        }
        """.Replace(right, wrong, StringComparison.Ordinal),
        message);

    [Fact]
    public void Finds_public_containers_and_data_that_cannot_be_recovered() => Assert.Equal(
        [
            "main.bicep(1): blobs: expected properties.isVersioningEnabled to be true, found nothing",
            "main.bicep(1): blobs: expected properties.deleteRetentionPolicy.enabled to be true, found nothing",
            "main.bicep(1): blobs: expected properties.containerDeleteRetentionPolicy.enabled to be true, found nothing",
            "main.bicep(2): container: expected properties.publicAccess to be None, found Blob",
        ],
        new Hardening().Check(Templates.Of(("main.bicep", """
            resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {}
            resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [for name in []: { properties: { publicAccess: 'Blob' } }]
            resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = {}
            """))).Select(finding => finding.ToString()));

    [Fact]
    public void Finds_versions_of_what_the_host_changes_all_the_time() => Finds(
        new Hardening(),
        "resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = { properties: { isVersioningEnabled: true, deleteRetentionPolicy: { enabled: false }, containerDeleteRetentionPolicy: { enabled: false } } }",
        "blobs: expected properties.isVersioningEnabled to be false, found true");

    [Theory]
    [InlineData("@maxLength(30)\nparam name string", "account: the name may have 30 characters, of 24")]
    [InlineData("param name string", "account: the name may have any number of characters, of 24")]
    [InlineData("var name = 'storageaccount${uniqueString('x')}'", "account: the name may have 27 characters, of 24")]
    public void Finds_names_that_may_be_too_long(string declaration, string message) => Finds(new NameLengths(), $"{declaration}\n{Account} = {{\n  name: name\n}}", message);

    [Fact]
    public void Finds_names_that_a_module_does_not_take() => Assert.Equal(
        ["main.bicep(3): m.name may have 20 characters, of 10", "main.bicep(3): m: expected lower-case letters and digits in the name of a storage account"],
        new NameLengths().Check(Templates.Of(
            ("main.bicep", "module m 'part.bicep' = {\n  params: {\n    name: 'storag-${uniqueString('x')}'\n  }\n}"),
            ("part.bicep", $"@maxLength(10)\nparam name string\n{Account} = {{\n  name: name\n}}"))).Select(finding => finding.ToString()));

    [Theory]
    [InlineData("using 'gone.bicep'", "there is no template gone.bicep")]
    [InlineData("using 'main.bicep'", "size is missing")]
    [InlineData("using 'main.bicep'\nparam size = 1\nparam colour = 'red'", "main.bicep has no parameter colour")]
    [InlineData("using 'main.bicep'\nparam size = 3", "size: expected one of 1, 2, found 3")]
    [InlineData("using 'main.bicep'\nparam size = []", "size: expected int, found array")]
    public void Finds_parameter_files_that_are_incomplete_or_wrong(string text, string message) => Assert.Equal(
        [message],
        new ParameterFiles().Check(Templates.Of(("main.bicep", "@allowed([\n  1\n  2\n])\nparam size int\nparam location string = 'x'"), ("dev.bicepparam", text))).Select(finding => finding.Message));

    [Theory]
    [InlineData("One: '1'", "the app reads Two__Part, which is not set")]
    [InlineData("One: '1'\n  Two__Part: '2'\n  Three: '3'", "nobody reads Three")]
    [InlineData("One: '1'\n  Two__Part: '2'\n  Perhaps: '3'", null)]
    public void Finds_settings_that_are_missing_or_in_vain(string settings, string? message)
    {
        var text = $$"""
            var settings = {
              {{settings}}
            }
            resource app 'Microsoft.Web/sites@2025-03-01' = {
              properties: {
                siteConfig: {
                  appSettings: map(items(union(settings, true ? {} : {
                    Maybe: 'x'
                  })), setting => {
                    name: setting.key
                  })
                }
              }
            }
            """;

        var found = new AppSettings(new HashSet<string> { "One", "Two__Part" }, new HashSet<string> { "Perhaps", "Maybe" }).Check(Templates.Of(("main.bicep", text)));

        Assert.Equal(message is null ? [] : [message], found.Select(finding => finding.Message));
    }

    private static string Role() => $$"""
        param principalId string
        var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
        {{Account}} existing = {
          name: 'x'
        }
        // TableClient queries.
        resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          scope: account
          name: guid(account.id, principalId, storageTableDataContributor)
          properties: {
            principalId: principalId
            principalType: 'ServicePrincipal'
            roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
          }
        }
        """;

    private static void Finds(ITemplateRule rule, string text, string message, params (string, string)[] others) =>
        Assert.Contains(message, rule.Check(Templates.Of([("main.bicep", text), .. others])).Select(finding => finding.Message));
}
