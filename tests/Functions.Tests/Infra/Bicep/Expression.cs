namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>What has a value.</summary>
internal abstract record Expression(int Line)
{
    /// <summary>The expressions right within it.</summary>
    public abstract IEnumerable<Expression> Parts { get; }

    /// <summary>It and every expression within it.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>A string: literal pieces (<see cref="Literal"/>) and what is put between them.</summary>
    public sealed record Text(IReadOnlyList<Expression> Pieces, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => Pieces;

        /// <summary>What it says, if nothing is put into it.</summary>
        public string? Value => Pieces.All(piece => piece is Literal) ? string.Concat(Pieces.Cast<Literal>().Select(piece => piece.Value)) : null;
    }

    /// <summary>A piece of a string, a number, true, false or null.</summary>
    public sealed record Literal(string Value, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [];
    }

    /// <summary>A symbol.</summary>
    public sealed record Name(string Value, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [];
    }

    /// <summary>A property of something: <c>a.b</c>, <c>a.?b</c>.</summary>
    public sealed record Member(Expression Owner, string Property, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Owner];
    }

    /// <summary>An element of something: <c>a[b]</c>.</summary>
    public sealed record Element(Expression Owner, Expression Key, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Owner, Key];
    }

    /// <summary>A call of a function.</summary>
    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => Arguments;
    }

    /// <summary>An object.</summary>
    public sealed record Record(IReadOnlyList<Property> Properties, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => Properties.SelectMany(property => new[] { property.Key, property.Value });

        /// <summary>What it has under a name.</summary>
        public Expression? this[string name] => Properties.FirstOrDefault(property => property.Name == name)?.Value;
    }

    /// <summary>An array.</summary>
    public sealed record List(IReadOnlyList<Expression> Items, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => Items;
    }

    /// <summary>An array with an item for each of another one.</summary>
    public sealed record Loop(IReadOnlyList<string> Variables, Expression Source, Expression Body, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Source, Body];
    }

    /// <summary>A function without a name.</summary>
    public sealed record Lambda(IReadOnlyList<string> Variables, Expression Body, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Body];
    }

    /// <summary>One of two.</summary>
    public sealed record Choice(Expression Test, Expression Then, Expression Else, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Test, Then, Else];
    }

    /// <summary>The body of a resource or module that is made only under a condition.</summary>
    public sealed record Conditional(Expression Test, Expression Body, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => [Test, Body];
    }

    /// <summary>An operator between two, or before one.</summary>
    public sealed record Operation(string Operator, IReadOnlyList<Expression> Operands, int Line) : Expression(Line)
    {
        public override IEnumerable<Expression> Parts => Operands;
    }
}
