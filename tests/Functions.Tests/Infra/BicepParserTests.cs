using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra;

public class BicepParserTests
{
    [Fact]
    public void Reads_declarations_with_what_is_said_of_them()
    {
        var file = BicepFile.Parse("main.bicep", """
            // A comment.
            targetScope = 'subscription'

            @description('What for')
            @maxLength(24)
            param name string = 'x' /* another */
            param sizes int[]
            param kind 'a' | 'b'
            var count = 1
            output id string = name
            """);

        Assert.Equal(["targetScope", "param", "param", "param", "var", "output"], file.Declarations.Select(declaration => declaration.Keyword));
        Assert.Equal(["string", "int[]", "'a' | 'b'"], file.Parameters.Select(parameter => parameter.Type));
        Assert.Equal(["description", "maxLength"], file.Find("name")!.Decorators.Select(said => said.Function));
    }

    [Fact]
    public void Reads_resources_under_a_condition_in_a_loop_and_of_others()
    {
        var file = BicepFile.Parse("main.bicep", """
            resource a 'T@1' = if (b) {
              name: 'a'
            }
            resource c 'T@1' = [
              for (item, index) in list: if (item.isWanted) {
                name: '${item.name}-${index}'
              }
            ]
            resource d 'T@1' existing = {
              name: 'd'
            }
            """);

        Assert.Equal([false, false, true], file.Resources.Select(resource => resource.IsExisting));
        Assert.IsType<Expression.Conditional>(file.Find("a")!.Value);
        Assert.Equal(["item", "index"], Assert.IsType<Expression.Loop>(file.Find("c")!.Value).Variables);
        Assert.All(file.Resources, resource => Assert.NotNull(resource.Body?["name"]));
    }

    [Theory]
    [InlineData("1 + 2 * 3", "(1 + (2 * 3))")]
    [InlineData("!a && b == c || d", "(((!a) && (b == c)) || d)")]
    [InlineData("a.?b.c ?? ''", "(a.b.c ?? '')")]
    [InlineData("a ? b : c ? d : e", "(a ? b : (c ? d : e))")]
    [InlineData("a\n  ? {}\n  : [\n      1\n      2\n    ]", "(a ? {} : [1, 2])")]
    [InlineData("(a + b)[0].c", "(a + b)[0].c")]
    [InlineData("'a${b ? 'c' : '${d}'}e'", "'a' (b ? 'c' : '' d '') 'e'")]
    [InlineData("'it\\'s \\${x}'", "'it's ${x}'")]
    [InlineData("'''\nas ${is}'''", "'as ${is}'")]
    [InlineData("map(a, (b, c) => { d: b, 'e-f': c })", "map(a, (b, c) => {d: b, e-f: c})")]
    [InlineData("[for a in b: a]", "[for a in b: a]")]
    [InlineData("-1", "(-1)")]
    public void Reads_expressions(string text, string expected) => Assert.Equal(expected, Show(BicepFile.Parse("main.bicep", $"var x = {text}").Find("x")!.Value!));

    [Theory]
    [InlineData("func x() string => ''", "line 1: expected a declaration, found 'func'")]
    [InlineData("var x = {\n  a: 1 b: 2\n}", "line 2: expected ',', the end of the line or '}', found 'b'")]
    [InlineData("var x = 'open", "line 1: expected the end of a text")]
    [InlineData("var x = 'a\\z'", "line 1: expected an escape, found '\\z'")]
    [InlineData("var x = (1", "line 1: expected ')', found the end")]
    [InlineData("var x = 1 var y = 2", "line 1: expected the end of the line, found 'var'")]
    [InlineData("resource a 'T${b}' = {}", "line 1: expected a plain text, found ''T${b}''")]
    [InlineData("\n\nvar x = #", "line 3: expected a symbol, found '#'")]
    public void Says_what_it_cannot_read(string text, string message) => Assert.Equal(message, Assert.Throws<BicepSyntaxException>(() => BicepFile.Parse("main.bicep", text)).Message);

    private static string Show(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Text text => string.Join(' ', text.Pieces.Select(piece => piece is Expression.Literal literal ? $"'{literal.Value}'" : Show(piece))),
        Expression.Name name => name.Value,
        Expression.Member member => $"{Show(member.Owner)}.{member.Property}",
        Expression.Element element => $"{Show(element.Owner)}[{Show(element.Key)}]",
        Expression.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Show))})",
        Expression.Record record => $"{{{string.Join(", ", record.Properties.Select(property => $"{property.Name}: {Show(property.Value)}"))}}}",
        Expression.List list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        Expression.Loop loop => $"[for {string.Join(", ", loop.Variables)} in {Show(loop.Source)}: {Show(loop.Body)}]",
        Expression.Lambda lambda => $"({string.Join(", ", lambda.Variables)}) => {Show(lambda.Body)}",
        Expression.Choice choice => $"({Show(choice.Test)} ? {Show(choice.Then)} : {Show(choice.Else)})",
        Expression.Operation { Operands: [var only] } operation => $"({operation.Operator}{Show(only)})",
        Expression.Operation operation => $"({Show(operation.Operands[0])} {operation.Operator} {Show(operation.Operands[1])})",
        _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
    };
}
