using System.Text.RegularExpressions;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Rest;

public class ProblemPageTests
{
    [Fact]
    public void The_page_has_a_paragraph_on_every_code_and_on_no_other()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "problems.md"));
        var paragraphs = Regex.Matches(page, @"^## (?<code>\S+)\n\n(?<title>.+)\n\n\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Equal(
            ProblemCode.All.Select(code => (code.Code, $"{code.Status}. {code.Title}.")),
            paragraphs.Select(match => (match.Groups["code"].Value, match.Groups["title"].Value)));
    }

    [Fact]
    public void Every_code_that_the_sources_use_is_known_with_its_status()
    {
        var sources = Repository.Files().Where(file => file.StartsWith("Api/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => File.ReadAllText(Repository.PathOf(file)));
        var used = sources.SelectMany(text => Regex.Matches(text, @"(?:StatusCodes\.Status(?<status>\d+)\w+|\b(?<status>\d{3})),\s*""(?<code>[a-z]+(?:-[a-z]+)*)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .Select(match => (match.Groups["code"].Value, int.Parse(match.Groups["status"].Value)));

        Assert.Empty(used.Distinct().Except(ProblemCode.All.Select(code => (code.Code, code.Status))));
    }
}
