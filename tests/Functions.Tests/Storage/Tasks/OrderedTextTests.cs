using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Functions.Storage.Tasks;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

public sealed class OrderedTextTests
{
    private static readonly Gen<string> Texts = Gen.Elements("aB-09z.:_~!$|/\\#?%+' \"ü🚚\uffff\0A[`{".ToCharArray()).ListOf().Select(letters => new string([.. letters.Take(4)]));

    [Fact]
    public void Parts_sort_as_their_texts_do_and_the_other_way_round() => Prop.ForAll(Arb.From(Texts), Arb.From(Texts), (one, other) =>
    {
        var expected = Math.Sign(string.CompareOrdinal(one, other));
        Assert.Equal(expected, Sign(OrderedText.Of(one), OrderedText.Of(other)));
        Assert.Equal(-expected, Sign(OrderedText.Reversed(one), OrderedText.Reversed(other)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_ids_of_tasks_stay_as_they_are() => Assert.Equal("task-01hxyz", OrderedText.Of("task-01hxyz"));

    /// <summary>With what comes after a part in a key.</summary>
    private static int Sign(string one, string other) =>
        Math.Sign(string.CompareOrdinal($"{one}{OrderedText.Separator}z", $"{other}{OrderedText.Separator}a") is var sign && one == other ? 0 : sign);
}
