using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.StatesLanguage.Tests.MapRuns;

public sealed class MapRunArnTests
{
    [Theory]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:machine/label:1-2", "machine", "label")]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:machine/outer/inner:1-2", "machine/outer", "inner")]
    public void Says_the_machine_and_the_label_of_its_children(string text, string machine, string label)
    {
        var arn = MapRunArn.Parse(text);

        Assert.Equal(new MapRunArn("arn:aws:states:us-east-1:123456789012", machine, label, "1-2"), arn);
        Assert.Equal(text, arn.ToString());
        Assert.Equal($"arn:aws:states:us-east-1:123456789012:stateMachine:{machine}/{label}", arn.ChildMachineArn);
        Assert.Equal($"arn:aws:states:us-east-1:123456789012:execution:{machine}/{label}:name", arn.ChildArn("name"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:machine:1")]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:machine/:1")]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:/label:1")]
    [InlineData("arn:aws:states:us-east-1:123456789012:mapRun:machine/label:")]
    [InlineData("arn:aws:states:us-east-1:123456789012:execution:machine/label:1")]
    public void Tells_what_is_none(string? text) => Assert.False(MapRunArn.TryParse(text, out _));
}
