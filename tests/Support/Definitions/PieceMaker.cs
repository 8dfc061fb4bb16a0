using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support.Definitions;

/// <summary>Makes the parts of states.</summary>
public sealed class PieceMaker(Random random)
{
    private static readonly string[] Texts = ["{% x %}", "{%", "", "a", "wörter 😀", "\"\\/\u0001", "States.ALL", "null"];
    private static readonly string[] Paths = ["$", "$.a", "$.a.b[0]", "$['x y']", "$$.Execution.Id", "$v", "$v.a[2]", "$.a[*].b", "$..c"];
    private static readonly string[] Queries =
    [
        "$states.input", "$states.input.a[0].`x y`", "$states.context.Execution.Id & $v", "{'a': [1, null], \"b\": $sum($v.a)}", "$map([1..3], function($x) { $x * 2 })", "true",
    ];

    private static readonly string[] References = ["$.a", "$.a.b[0]", "$['x y']"];
    private static readonly string[] Calls = ["States.UUID()", "States.Format('{} {}', $.a, $v)", "States.ArrayGetItem(States.Array(1, 'b'), 0)"];
    private static readonly string[] Resources =
    [
        "function", "arn:aws:lambda:us-east-1:123456789012:function:f:1", "arn:aws:states:::lambda:invoke.waitForTaskToken",
        "arn:aws:states:us-east-1:123456789012:activity:a",
    ];

    public T? Maybe<T>(Func<T> make)
        where T : class => random.Next(2) == 0 ? null : make();

    /// <summary>How deep the graph is that the pieces are for: variables of outer and inner graphs have different names.</summary>
    public int Depth { get; set; }

    /// <summary>The language of the state that the pieces are for.</summary>
    public QueryLanguage Language { get; set; }

    private bool IsJsonata => Language == QueryLanguage.Jsonata;

    /// <summary>A text that is no expression in the state's language.</summary>
    public string Text() => IsJsonata ? Pick(Texts.AsSpan(2)) : Pick(Texts);

    public string Resource() => Pick(Resources);

    /// <summary>A path, or an expression where the language has no paths.</summary>
    public Expression Path() => IsJsonata ? new Expression.Query(JsonataExpression.Parse(Pick(Queries))) : new Expression.PathTo(ValuePath.Parse(Pick(Paths)));

    public Expression NumberOrPath(int least, int most) =>
        random.Next(2) == 0 ? new Expression.Constant(Json.Of(random.Next(least, most + 1))) : Path();

    public Expression TextOrComputed() => random.Next(2) == 0 ? new Expression.Constant(Json.Of(Text())) : Computed();

    public Distribution Distribution() => new()
    {
        ExecutionType = Any<StateMachineType>(),
        Label = Maybe(() => "label"),
        ItemReader = Maybe(ItemReader),
        ItemBatcher = Maybe(() => new ItemBatcher
        {
            MaxItemsPerBatch = Maybe(() => NumberOrPath(1, 10)),
            MaxInputBytesPerBatch = Maybe(() => NumberOrPath(1, 10)),
            BatchInput = Maybe(Template),
        }),
        ResultWriter = Maybe(() => new ResultWriter
        {
            Resource = Maybe(() => "arn:aws:states:::s3:putObject"),
            Arguments = Maybe(Template),
            Config = Maybe(() => new WriterConfig { Transformation = AnyOrNone<ResultTransformation>(), OutputType = Any<ResultOutputType>() }),
        }),
    };

    public DataPath DataPath() => IsJsonata ? StatesLanguage.States.DataPath.Whole : random.Next(4) switch
    {
        0 => StatesLanguage.States.DataPath.Nothing,
        1 => new DataPath.At(ValuePath.Parse(Pick(Paths.AsSpan(1)))),
        _ => StatesLanguage.States.DataPath.Whole,
    };

    public ResultTarget ResultTarget() => IsJsonata ? StatesLanguage.States.ResultTarget.Replace : random.Next(4) switch
    {
        0 => StatesLanguage.States.ResultTarget.Discard,
        1 => new ResultTarget.At(JsonPath.Parse(Pick(References))),
        _ => StatesLanguage.States.ResultTarget.Replace,
    };

    public Delay Delay() => random.Next(4) switch
    {
        0 => new Delay.For(new Expression.Constant(Json.Of(random.Next(100)))),
        1 => new Delay.For(Path()),
        2 => new Delay.Until(new Expression.Constant(Json.Of("2030-05-06T07:08:09.5+01:00"))),
        _ => new Delay.Until(Path()),
    };

    /// <summary>What a JSONata state, rule or catcher hands on; nothing in JSONPath.</summary>
    public Expression? Output() => IsJsonata ? Maybe(Template) : null;

    /// <summary>The items of a Map.</summary>
    public Expression Items() => IsJsonata && random.Next(2) == 0 ? new Expression.Constant(JsonArray.Of([Json.Of(1), Json.Of(Text())])) : Path();

    public Json Value() => Value(depth: 3);

    public Expression Template() => Template(depth: 3);

    public Expression Credentials() => new Expression.ObjectOf([new ObjectField("RoleArn", Path())]);

    public ValueList<Assignment> Assignments() =>
        [.. Enumerable.Range(0, random.Next(3)).Select(i => new Assignment($"v{Depth}_{i}ö", random.Next(2) == 0 ? Computed() : Template(depth: 2)))];

    public Retrier Retrier()
    {
        var interval = random.Next(1, 10);
        return new Retrier
        {
            ErrorEquals = ["A", "States.Timeout"],
            IntervalSeconds = interval,
            MaxAttempts = random.Next(5),
            BackoffRate = 1 + (random.Next(5) * 0.5),
            MaxDelaySeconds = random.Next(2) == 0 ? null : interval + random.Next(1, 5),
            FullJitter = random.Next(2) == 0,
            Comment = Maybe(Text),
        };
    }

    public Catcher Catcher(string next) => new()
    {
        ErrorEquals = ["B"],
        Next = next,
        ResultPath = ResultTarget(),
        Output = Output(),
        Assign = Assignments(),
        Comment = Maybe(Text),
    };

    public Condition Condition(int depth) => IsJsonata ? new Condition.Holds(random.Next(4) == 0 ? new Expression.Constant(Json.True) : Path()) : random.Next(depth == 0 ? 2 : 5) switch
    {
        0 => Comparison(),
        1 => new Condition.ComparePath(Variable(), (Comparison)random.Next((int)StatesLanguage.States.Comparison.StringMatches), Variable()),
        2 => new Condition.And([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Condition(depth - 1))]),
        3 => new Condition.Or([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Condition(depth - 1))]),
        _ => new Condition.Not(Condition(depth - 1)),
    };

    private Condition.Compare Comparison()
    {
        var comparison = Pick(Enum.GetValues<Comparison>());
        var name = comparison.ToString();
        var value = name[..2] switch
        {
            "St" => Json.Of(Text()),
            "Nu" => Json.Of(random.Next(100) / 4.0),
            "Ti" => Json.Of("2030-01-01T00:00:00Z"),
            _ => Json.Of(random.Next(2) == 0),
        };
        return new Condition.Compare(Variable(), comparison, value);
    }

    private ValuePath Variable() => ValuePath.Parse(Pick(Paths));

    private Expression Computed() => IsJsonata ? Path() : random.Next(2) == 0 ? Path() : new Expression.Call(IntrinsicCall.Parse(Pick(Calls)));

    private Json Value(int depth) => random.Next(depth == 0 ? 4 : 6) switch
    {
        0 => Json.Null,
        1 => Json.Of(random.Next(2) == 0),
        2 => Json.Of(random.Next(-1000, 1000) / 8.0),
        3 => Json.Of(Text()),
        4 => JsonArray.Of(Enumerable.Range(0, random.Next(3)).Select(_ => Value(depth - 1))),
        _ => JsonObject.Of(Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create(Text() + i, Value(depth - 1)))),
    };

    /// <summary>A template; like the parser's, it is a constant where nothing in it is worked out.</summary>
    private Expression Template(int depth)
    {
        switch (random.Next(depth == 0 ? 1 : 3))
        {
            case 1:
                var fields = Enumerable.Range(0, random.Next(4))
                    .Select(i => new ObjectField(Text() + i, random.Next(3) == 0 ? Computed() : Template(depth - 1)))
                    .ToArray();
                return fields.All(field => field.Value is Expression.Constant)
                    ? new Expression.Constant(JsonObject.Of(fields.Select(field => KeyValuePair.Create(field.Name, ValueOf(field.Value)))))
                    : new Expression.ObjectOf([.. fields]);
            case 2:
                var items = Enumerable.Range(0, random.Next(3)).Select(_ => Template(depth - 1)).ToArray();
                return items.All(item => item is Expression.Constant)
                    ? new Expression.Constant(JsonArray.Of(items.Select(ValueOf)))
                    : new Expression.ListOf([.. items]);
            default:
                return new Expression.Constant(Value(depth));
        }
    }

    private ItemReader ItemReader()
    {
        var config = Maybe(() => new ReaderConfig
        {
            InputType = AnyOrNone<ReaderInputType>(),
            Transformation = AnyOrNone<ReaderTransformation>(),
            CsvHeaderLocation = AnyOrNone<CsvHeaderLocation>(),
            CsvHeaders = Maybe<ValueList<string>>(() => ["a", "b"]),
            CsvDelimiter = AnyOrNone<CsvDelimiter>(),
            ManifestType = AnyOrNone<ReaderManifestType>(),
            ItemsPointer = Maybe(() => "/a/0"),
        });
        return new ItemReader
        {
            Resource = Pick("arn:aws:states:::s3:getObject", "arn:aws:states:::s3:listObjectsV2"),
            Arguments = Maybe(Template),
            Config = config,
            MaxItems = config is null ? null : Maybe(() => NumberOrPath(0, 10)),
        };
    }

    private static Json ValueOf(Expression expression) => ((Expression.Constant)expression).Value;

    private T Any<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T? AnyOrNone<T>()
        where T : struct, Enum => random.Next(2) == 0 ? null : Any<T>();

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
