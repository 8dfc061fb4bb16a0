namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class OptionsTests
{
    [Fact]
    public void Reads_every_argument()
    {
        var options = Options.Parse(["--corpus", "/c", "--json", "f.json", "--only", "aws", "--explain", "x", "--list-unmet", "--write-met", "--write-docs"]);

        Assert.Equal(
            new Options { Corpus = "/c", JsonFile = "f.json", Only = "aws", Explain = "x", ListUnmet = true, WriteMet = true, WriteDocs = true },
            options);
    }

    [Theory]
    [InlineData("--what")]
    [InlineData("--json")]
    public void Refuses_what_it_does_not_know(string argument) => Assert.Throws<WrongCallException>(() => Options.Parse([argument]));
}
