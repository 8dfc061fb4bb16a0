using System.Diagnostics;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>One search with a compiled regular expression.</summary>
internal sealed class PatternRun
{
    private readonly Instruction[] program;
    private readonly string text;
    private readonly PatternMemory memory;
    private long steps;

    public PatternRun(Instruction[] program, string text, int registers, long steps)
    {
        this.program = program;
        this.text = text;
        memory = new PatternMemory(registers);
        this.steps = steps;
    }

    public long StepsLeft => steps;

    public bool MatchesAt(int start)
    {
        memory.Clear();
        return Run(0, start) >= 0;
    }

    /// <summary>Where the text of a group starts and ends, if it has matched.</summary>
    public (int Start, int End)? Captured(int group) => memory.Captured(group);

    /// <summary>Runs up to <see cref="Operation.Done"/>.</summary>
    /// <returns>The instruction after it, or -1 if nothing matches; then all is as it was.</returns>
    private int Run(int at, int place)
    {
        var mark = memory.Mark;
        while (true)
        {
            if (--steps < 0)
            {
                throw new PatternLimitException("The regular expression takes too many steps to match");
            }

            var instruction = program[at];
            switch (instruction.Operation)
            {
                case Operation.Done:
                    return at + 1;
                case Operation.Jump:
                    at = instruction.X;
                    continue;
                case Operation.Fork:
                    memory.Remember(new Trace(instruction.Y, place));
                    at = instruction.X;
                    continue;
                case Operation.Many or Operation.Few:
                    if (StartTaking(at, ref place))
                    {
                        at++;
                        continue;
                    }

                    break;
                case Operation.Again:
                    at = Again(instruction, at, place);
                    continue;
                case Operation.Counted:
                    if (TryCount(instruction, place))
                    {
                        at = instruction.Y;
                        continue;
                    }

                    break;
                case Operation.Look:
                    if (Looks(instruction, at, place))
                    {
                        at = instruction.Y;
                        continue;
                    }

                    break;
                default:
                    if (Does(instruction, ref place))
                    {
                        at++;
                        continue;
                    }

                    break;
            }

            if (!GoBack(mark, ref at, ref place))
            {
                return -1;
            }
        }
    }

    private bool Does(Instruction instruction, ref int place)
    {
        switch (instruction.Operation)
        {
            case Operation.One:
                return Takes(instruction, ref place);
            case Operation.Note:
                memory.Set(instruction.X, place);
                return true;
            case Operation.Forget:
                for (var register = 2 * instruction.X; register < 2 * instruction.Y; register++)
                {
                    memory.Set(register, -1);
                }

                return true;
            case Operation.CountFromNought:
                memory.Set(instruction.X, 0);
                return true;
            case Operation.TextStart:
                return place == 0;
            case Operation.LineStart:
                return place == 0 || CharacterSet.LineEnds.Contains(text[place - 1]);
            case Operation.TextEnd:
                return place == text.Length;
            case Operation.LineEnd:
                return place == text.Length || CharacterSet.LineEnds.Contains(text[place]);
            case Operation.Boundary:
                return (IsWord(place - 1) != IsWord(place)) == (instruction.X == 1);
            case Operation.Reference:
                return TakesGroup(instruction, ref place);
            default:
                throw new UnreachableException($"No such operation: {instruction.Operation}");
        }
    }

    private bool Takes(Instruction instruction, ref int place)
    {
        var next = instruction.Backward ? place - 1 : place;
        if ((uint)next >= (uint)text.Length || !instruction.Set!.Contains(text[next]))
        {
            return false;
        }

        place += instruction.Backward ? -1 : 1;
        return true;
    }

    private bool IsWord(int place) => (uint)place < (uint)text.Length && CharacterSet.Word.Contains(text[place]);

    private bool TakesGroup(Instruction instruction, ref int place)
    {
        if (Captured(instruction.X) is not var (start, end))
        {
            return true;
        }

        var length = end - start;
        var from = instruction.Backward ? place - length : place;
        if (from < 0 || from + length > text.Length)
        {
            return false;
        }

        steps -= length;
        for (var i = 0; i < length; i++)
        {
            if (!SameCharacter(instruction, text[start + i], text[from + i]))
            {
                return false;
            }
        }

        place += instruction.Backward ? -length : length;
        return true;
    }

    private static bool SameCharacter(Instruction reference, char a, char b) =>
        a == b || (reference.Y == 1 && CaseFolding.Fold(a) == CaseFolding.Fold(b));

    /// <summary>Takes up a run of characters, and remembers where else the run could end.</summary>
    private bool StartTaking(int at, ref int place)
    {
        var instruction = program[at];
        var wanted = instruction.Operation == Operation.Many ? instruction.Y : instruction.X;
        var taken = 0;
        while (taken < wanted && Takes(instruction, ref place))
        {
            taken++;
        }

        steps -= taken;
        if (taken < instruction.X)
        {
            return false;
        }

        var more = instruction.Operation == Operation.Many ? taken - instruction.X : instruction.Y - taken;
        if (more > 0)
        {
            memory.Remember(new Trace(at, place, more));
        }

        return true;
    }

    private int Again(Instruction instruction, int at, int place)
    {
        var count = memory[instruction.X];
        if (count >= instruction.Bounds.Max)
        {
            return instruction.Y;
        }

        if (count >= instruction.Bounds.Min)
        {
            if (instruction.Bounds.Lazy)
            {
                // The next turn begins, if it comes to that, where this one ends.
                memory.Set(instruction.X + 1, place);
                memory.Remember(new Trace(at + 1, place));
                return instruction.Y;
            }

            memory.Remember(new Trace(instruction.Y, place));
        }

        memory.Set(instruction.X + 1, place);
        return at + 1;
    }

    private bool TryCount(Instruction instruction, int place)
    {
        var count = memory[instruction.X];
        if (count >= instruction.Bounds.Min && memory[instruction.X + 1] == place)
        {
            return false;
        }

        memory.Set(instruction.X, count + 1);
        return true;
    }

    private bool Looks(Instruction instruction, int at, int place)
    {
        var mark = memory.Mark;
        var before = memory.Snapshot();
        var found = Run(at + 1, place) >= 0;

        // What was looked at is not gone back into, but what its groups have matched is undone like the rest.
        var after = memory.Snapshot();
        memory.CutBack(mark, before);
        if (found && instruction.X == 1)
        {
            for (var register = 0; register < after.Length; register++)
            {
                memory.Set(register, after[register]);
            }
        }

        return found == (instruction.X == 1);
    }

    private bool GoBack(int mark, ref int at, ref int place)
    {
        while (memory.TryGoBack(mark))
        {
            ref var trace = ref memory.Last;
            if (!trace.IsRun)
            {
                (at, place) = (trace.At, trace.Place);
                memory.DropLast();
                return true;
            }

            if (TryOtherEnd(program[trace.At], ref trace))
            {
                (at, place) = (trace.At + 1, trace.Place);
                return true;
            }

            memory.DropLast();
        }

        return false;
    }

    /// <summary>Has a run of characters end one earlier, or one later.</summary>
    private bool TryOtherEnd(Instruction run, ref Trace trace)
    {
        if (trace.More == 0)
        {
            return false;
        }

        var place = trace.Place;
        if (run.Operation == Operation.Many)
        {
            place += run.Backward ? 1 : -1;
        }
        else if (!Takes(run, ref place))
        {
            return false;
        }

        trace = new Trace(trace.At, place, trace.More - 1);
        return true;
    }
}
