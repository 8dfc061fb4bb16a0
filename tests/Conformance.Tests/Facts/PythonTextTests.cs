using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class PythonTextTests
{
    [Theory]
    [InlineData("""{"a":[1,2.5,true,false,null,"x"]}""", "{'a': [1, 2.5, True, False, None, 'x']}")]
    [InlineData("\"it's\"", "\"it's\"")]
    [InlineData("\"it's \\\"so\\\"\"", "'it\\'s \"so\"'")]
    [InlineData("\"a\\nb\\\\c\\u0001\"", "'a\\nb\\\\c\\x01'")]
    [InlineData("{}", "{}")]
    public void Represents_values_as_repr_does(string json, string expected) => Assert.Equal(expected, PythonText.Repr(Json.Parse(json)));

    [Fact]
    public void Shows_a_text_as_it_is() => Assert.Equal("it's", PythonText.Str(Json.Of("it's")));

    [Fact]
    public void Dumps_with_a_space_after_commas_and_colons() =>
        Assert.Equal("""{"a": [1, {"b": "c,d:e"}], "f": null}""", PythonText.Dumps(Json.Parse("""{"a":[1,{"b":"c,d:e"}],"f":null}""")));
}
