namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class PathTests
{
    private const string Order = """
        {"id":7,"lines":[{"sku":"a","qty":1,"tags":["x","y"]},{"sku":"b","qty":2,"tags":["z"]},{"sku":"c"}],"ship to":{"city":"Berlin"},"none":[]}
        """;

    [Theory]
    [InlineData("id", "7")]
    [InlineData("`ship to`.city", "\"Berlin\"")]
    [InlineData("\"ship to\".city", "\"Berlin\"")]
    [InlineData("missing.city", "undefined")]
    [InlineData("id.city", "undefined")]
    [InlineData("lines.sku", """["a","b","c"]""")]
    [InlineData("lines.qty", "[1,2]")]
    [InlineData("lines.tags", """["x","y","z"]""")]
    [InlineData("lines.missing", "undefined")]
    [InlineData("none", "[]")]
    [InlineData("none.sku", "undefined")]
    [InlineData("$.id", "7")]
    [InlineData("$$.lines[1].sku", "\"b\"")]
    public void Leads_to_what_the_fields_hold(string path, string expected) => Assert.Equal(expected, Answer.To(path, Order));

    [Theory]
    [InlineData("lines[0].sku", "\"a\"")]
    [InlineData("lines[-1].sku", "\"c\"")]
    [InlineData("lines[5].sku", "undefined")]
    [InlineData("lines[1.9].sku", "\"b\"")]
    [InlineData("lines[[0,2]].sku", """["a","c"]""")]
    [InlineData("lines[[0..1]].sku", """["a","b"]""")]
    [InlineData("lines[qty > 1].sku", "\"b\"")]
    [InlineData("lines[qty - 1].sku", """["a","b"]""")]
    [InlineData("lines[sku in ['a','c']].sku", """["a","c"]""")]
    [InlineData("lines[tags][0].sku", "\"a\"")]
    [InlineData("lines.tags[0]", """["x","z"]""")]
    [InlineData("(lines.tags)[0]", "\"x\"")]
    [InlineData("id[0]", "7")]
    [InlineData("id[1]", "undefined")]
    public void Predicates_choose_by_index_or_by_truth(string path, string expected) => Assert.Equal(expected, Answer.To(path, Order));

    [Fact]
    public void A_text_as_predicate_is_true_for_every_item() => Assert.Equal("[1,2]", Answer.To("arr[\"a\"]", """{"arr":[1,2]}"""));

    [Theory]
    [InlineData("lines[1].*", """["b",2,"z"]""")]
    [InlineData("*.sku", """["a","b","c"]""")]
    [InlineData("**.city", "\"Berlin\"")]
    [InlineData("$count(lines.**)", "11")]
    public void Wildcards_lead_to_every_field(string path, string expected) => Assert.Equal(expected, Answer.To(path, Order));

    [Theory]
    [InlineData("id[]", "[7]")]
    [InlineData("lines[0].sku[]", """["a"]""")]
    [InlineData("missing[]", "undefined")]
    [InlineData("lines[qty=2][].sku", """["b"]""")]
    public void Empty_brackets_keep_a_lone_result_in_a_list(string path, string expected) => Assert.Equal(expected, Answer.To(path, Order));

    [Theory]
    [InlineData("$", "[[1,2],[3]]")]
    [InlineData("$[0]", "[1,2]")]
    [InlineData("$.$", "[1,2,3]")]
    [InlineData("$.[$]", "[[1,2],[3]]")]
    [InlineData("$count($)", "2")]
    public void A_list_as_input_is_one_value_to_the_context_and_many_to_a_path(string path, string expected) =>
        Assert.Equal(expected, Answer.To(path, "[[1,2],[3]]"));

    [Fact]
    public void Hands_the_input_on_as_it_is() => Assert.Equal("""{"n":1.0}""", Answer.To("a", """{"a":{"n":1.0}}"""));
}
