using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.HouseRules.Tests;

public class WordTests
{
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Info", "Data", "Misc", "Common"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(SourceFile.All.Where(file => !file.HasForeignNames).SelectMany(file => file.TopLevelTypes), type => EmptyNames.Any(name => type.EndsWith(name, StringComparison.Ordinal)));

    [Theory]
    [InlineData(@"\b(TODO|FIXME|HACK|XXX)\b")]
    [InlineData(@"\bNotImplementedException\b")]
    public void Nothing_is_left_for_later(string pattern) => Assert.Empty(ProductFilesWith(pattern));

    [Fact]
    public void No_exception_is_swallowed_without_a_reason() =>
        Assert.Empty(ProductFilesWith(@"catch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*\}"));

    [Fact]
    public void No_warning_is_switched_off_without_a_reason() => Assert.Empty(ProductFilesWith(@"(?<!//[^\n]*\n)#pragma\s+warning\s+disable[\w ,]*\n"));

    [Theory]
    [InlineData(@"(?<![\w.~])/(root|home|Users|work)/\w")]
    [InlineData(@"[A-Z]:\\Users\\")]
    public void No_file_names_a_place_on_someones_machine(string pattern) => Assert.Empty(TextFilesWith(pattern));

    [Theory]
    [InlineData(@"registry\.npmjs")]
    [InlineData(@"registry\.yarnpkg")]
    [InlineData(@"api\.nuget\.org")]
    [InlineData(@"pypi\.org")]
    [InlineData(@"""resolved"":")]
    public void No_file_names_the_host_of_a_package_registry(string pattern) => Assert.Empty(TextFilesWith(pattern));

    private static IEnumerable<string> ProductFilesWith(string pattern) =>
        SourceFile.All.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal) && Has(file.Text, pattern)).Select(file => file.Path);

    private static IEnumerable<string> TextFilesWith(string pattern) =>
        Repository.Files().Where(file => IsText(file) && Has(File.ReadAllText(Repository.PathOf(file)), pattern));

    private static bool Has(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".ico" or ".woff2" or ".gz");
}
