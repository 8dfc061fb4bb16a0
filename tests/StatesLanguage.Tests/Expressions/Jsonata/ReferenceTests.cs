using TaskOrchestration.StatesLanguage.Expressions.Jsonata;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class ReferenceTests
{
    [Theory]
    [InlineData("$states.input.a[0].b", "Variable states:input.a @0")]
    [InlineData("$order", "Variable order: @0")]
    [InlineData("$sum($states.input.prices)", "Function sum: @0, Variable states:input.prices @5")]
    [InlineData("name & $$.id", "Field name: @0, Root :id @7")]
    [InlineData("$.id", "Context :id @0")]
    [InlineData("$states.input[id = 1].(name)", "Variable states:input @0")]
    [InlineData("$states.input.($ & $)", "Variable states:input @0")]
    [InlineData("($x := $y; $x + $z)", "Variable y: @7, Variable z: @16")]
    [InlineData("function($x){ $x.a & b }", "Field b: @21")]
    [InlineData("$a ~> |b|{'c': d}|", "Variable a: @0")]
    [InlineData("$a@$v.b[$v]#$i.($i)", "Variable a: @0")]
    [InlineData("($f := function(){ $f() }; 1)", "")]
    [InlineData("($x := ($y := 1; $y); $y)", "Variable y: @22")]
    [InlineData("{'a': b.c, 'd': $e}", "Field b:c @6, Variable e: @16")]
    [InlineData("*.a", "Context *: @0")]
    public void Names_what_comes_from_outside(string expression, string expected)
    {
        var references = JsonataExpression.Parse(expression).References;

        Assert.Equal(expected, string.Join(", ", references.Select(r => $"{r.Kind} {r.Name}:{string.Join('.', r.Path)} @{r.Position}")));
    }
}
