using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class QualifiedArnTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

    [Theory]
    [InlineData(Machine, Machine, null, null)]
    [InlineData(Machine + ":1", Machine, 1, null)]
    [InlineData(Machine + ":1000", Machine, 1000, null)]
    [InlineData(Machine + ":PROD", Machine, null, "PROD")]
    [InlineData(Machine + ":v1.2-3_4", Machine, null, "v1.2-3_4")]
    [InlineData(Machine + ":1a", Machine, null, "1a")]
    [InlineData(Machine + ":", Machine + ":", null, null)]
    [InlineData(Machine + ":0", Machine + ":0", null, null)]
    [InlineData(Machine + ":01", Machine + ":01", null, null)]
    [InlineData(Machine + ":99999999999", Machine + ":99999999999", null, null)]
    [InlineData(Machine + ":1:2", Machine + ":1:2", null, null)]
    [InlineData("arn:aws:states:us-east-1:123456789012:execution:orders:1", "arn:aws:states:us-east-1:123456789012:execution:orders:1", null, null)]
    [InlineData("orders", "orders", null, null)]
    [InlineData("", "", null, null)]
    public void Says_what_an_ARN_names(string arn, string machine, int? version, string? alias) =>
        Assert.Equal(new QualifiedArn(machine, version, alias), QualifiedArn.Read(arn));

    [Fact]
    public void Reads_what_it_writes()
    {
        Assert.Equal(new QualifiedArn(Machine, Version: 7), QualifiedArn.Read(QualifiedArn.OfVersion(Machine, 7)));
        Assert.Equal(new QualifiedArn(Machine, Alias: "PROD"), QualifiedArn.Read(QualifiedArn.OfAlias(Machine, "PROD")));
    }
}
