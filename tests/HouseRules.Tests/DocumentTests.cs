using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.HouseRules.Tests;

public partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Repository.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        var links = Link().Matches(File.ReadAllText(Repository.PathOf(document))).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));
        Assert.DoesNotContain(links, link => !Path.Exists(Path.Combine(folder, link.Split('#')[0])));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_script_it_names_exists(string document)
    {
        var scripts = Script().Matches(File.ReadAllText(Repository.PathOf(document))).Select(match => match.Groups["path"].Value);
        Assert.DoesNotContain(scripts, script => !File.Exists(Repository.PathOf(script)));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData("bench")]
    [InlineData("taskorch")]
    [InlineData(".ci/run")]
    public void A_script_is_executable(string script)
    {
        // Windows has no such thing as an executable bit.
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute));
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w./])\./(?<path>[a-z][\w/-]*)(?=[\s`])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
