using System.Diagnostics;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Regular expression to instructions.</summary>
/// <remarks>Registers: two a group (where it starts and ends), from group 0 on, which is the whole match; then two a repeated part (its counter, and where its latest turn began).</remarks>
internal sealed class PatternCompiler
{
    private readonly List<Instruction> program = [];
    private readonly bool ignoreCase;
    private readonly bool multiline;
    private bool backward;
    private int registers;

    private PatternCompiler(int groups, bool ignoreCase, bool multiline)
    {
        registers = 2 * (groups + 1);
        this.ignoreCase = ignoreCase;
        this.multiline = multiline;
    }

    public static (Instruction[] Program, int Registers) Compile(PatternNode root, int groups, bool ignoreCase, bool multiline)
    {
        var compiler = new PatternCompiler(groups, ignoreCase, multiline);
        compiler.Add(new PatternNode.Capture(0, root));
        compiler.Emit(new Instruction(Operation.Done));
        return ([.. compiler.program], compiler.registers);
    }

    private void Add(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One(var set):
                Emit(new Instruction(Operation.One, Set: set, Backward: backward));
                break;
            case PatternNode.Sequence(var parts):
                foreach (var part in backward ? parts.Reverse() : parts)
                {
                    Add(part);
                }

                break;
            case PatternNode.Choice(var parts):
                AddChoice(parts);
                break;
            case PatternNode.Capture(var group, var body):
                Emit(new Instruction(Operation.Note, (2 * group) + (backward ? 1 : 0)));
                Add(body);
                Emit(new Instruction(Operation.Note, (2 * group) + (backward ? 0 : 1)));
                break;
            case PatternNode.Repeat(PatternNode.One(var set), var min, var max, var lazy, _):
                Emit(new Instruction(lazy ? Operation.Few : Operation.Many, min, max ?? int.MaxValue, set, backward));
                break;
            case PatternNode.Repeat repeat:
                AddRepeat(repeat);
                break;
            case PatternNode.Start:
                Emit(new Instruction(multiline ? Operation.LineStart : Operation.TextStart));
                break;
            case PatternNode.End:
                Emit(new Instruction(multiline ? Operation.LineEnd : Operation.TextEnd));
                break;
            case PatternNode.WordBoundary(var negated):
                Emit(new Instruction(Operation.Boundary, negated ? 0 : 1));
                break;
            case PatternNode.BackReference(var group):
                Emit(new Instruction(Operation.Reference, group, ignoreCase ? 1 : 0, Backward: backward));
                break;
            case PatternNode.Look look:
                AddLook(look);
                break;
            default:
                throw new UnreachableException($"No such part of a regular expression: {node.GetType().Name}");
        }
    }

    private void AddChoice(IReadOnlyList<PatternNode> parts)
    {
        var jumps = new List<int>();
        for (var i = 0; i < parts.Count - 1; i++)
        {
            var fork = Emit(new Instruction(Operation.Fork, program.Count + 1));
            Add(parts[i]);
            jumps.Add(Emit(new Instruction(Operation.Jump)));
            program[fork] = program[fork] with { Y = program.Count };
        }

        Add(parts[^1]);
        foreach (var jump in jumps)
        {
            program[jump] = program[jump] with { X = program.Count };
        }
    }

    private void AddRepeat(PatternNode.Repeat repeat)
    {
        var counter = registers;
        registers += 2;
        var bounds = new RepeatBounds(repeat.Min, repeat.Max ?? int.MaxValue, repeat.Lazy);
        Emit(new Instruction(Operation.CountFromNought, counter));
        var again = Emit(new Instruction(Operation.Again, counter, Bounds: bounds));
        if (!repeat.Groups.IsEmpty)
        {
            Emit(new Instruction(Operation.Forget, repeat.Groups.First, repeat.Groups.End));
        }

        Add(repeat.Body);
        Emit(new Instruction(Operation.Counted, counter, again, Bounds: bounds));
        program[again] = program[again] with { Y = program.Count };
    }

    private void AddLook(PatternNode.Look look)
    {
        var outside = backward;
        backward = look.Behind;
        var start = Emit(new Instruction(Operation.Look, look.Negated ? 0 : 1));
        Add(look.Body);
        Emit(new Instruction(Operation.Done));
        program[start] = program[start] with { Y = program.Count };
        backward = outside;
    }

    private int Emit(Instruction instruction)
    {
        program.Add(instruction);
        return program.Count - 1;
    }
}
