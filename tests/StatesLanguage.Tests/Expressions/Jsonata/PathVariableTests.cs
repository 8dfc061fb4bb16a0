namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class PathVariableTests
{
    private const string Library = """
        {"loans":[{"isbn":1,"who":"ann"},{"isbn":2,"who":"bob"}],"books":[{"isbn":2,"title":"Two"},{"isbn":1,"title":"One"}],
         "shop":{"name":"s","orders":[{"id":"o1","lines":[{"sku":"a"},{"sku":"b"}]},{"id":"o2","lines":[{"sku":"c"}]}]}}
        """;

    [Fact]
    public void At_binds_each_result_and_stays_where_it_is_so_that_lists_can_be_joined() => Assert.Equal(
        """[{"who":"ann","title":"One"},{"who":"bob","title":"Two"}]""",
        Answer.To("loans@$l.books@$b[$l.isbn=$b.isbn].{'who': $l.who, 'title': $b.title}", Library));

    [Theory]
    [InlineData("books#$i.{'i': $i, 't': title}", """[{"i":0,"t":"Two"},{"i":1,"t":"One"}]""")]
    [InlineData("books[isbn=1]#$i.$i", "0")]
    [InlineData("shop.orders#$o.lines#$l.($o & '-' & $l)", """["0-0","0-1","1-0"]""")]
    public void Hash_binds_the_index_of_each_result(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, Library));

    [Theory]
    [InlineData("shop.orders.lines.(sku & %.id)", """["ao1","bo1","co2"]""")]
    [InlineData("shop.orders.lines.(%.%.name)", """["s","s","s"]""")]
    [InlineData("shop.orders.lines[%.id='o2'].sku", "\"c\"")]
    [InlineData("(shop.orders.lines)[%.id='o2'].sku", "\"c\"")]
    [InlineData("shop.orders.lines.{'sku': sku, 'order': %.id}[order='o1'].sku", """["a","b"]""")]
    [InlineData("%", "S0217")]
    [InlineData("shop.%.%.%", "S0217")]
    public void Percent_is_the_object_that_a_step_came_from(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, Library));

    [Theory]
    [InlineData("books[0]@$b", "S0215")]
    [InlineData("books^(isbn)@$b", "S0216")]
    [InlineData("books@b", "S0214")]
    [InlineData("books#b", "S0214")]
    public void What_cannot_be_bound_there_is_refused(string expression, string expected) => Assert.Equal(expected, Answer.To(expression, Library));
}
