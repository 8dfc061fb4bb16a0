using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tests.Values;

public sealed class ValueListTests
{
    [Fact]
    public void Equals_a_list_of_the_same_items_in_the_same_order()
    {
        ValueList<string> list = ["a", "b"];

        Assert.True(list.Equals(["a", "b"]));
        Assert.Equal(((ValueList<string>)["a", "b"]).GetHashCode(), list.GetHashCode());
        Assert.False(list.Equals(["b", "a"]));
        Assert.False(list.Equals(["a"]));
    }

    [Fact]
    public void Does_not_change_with_what_it_was_made_of()
    {
        string[] items = ["a"];
        ValueList<string> list = [.. items];

        items[0] = "b";

        Assert.Equal("a", list[0]);
    }
}
