using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support;

/// <summary>An execution in virtual time: tasks are answered at once by a function, and when nothing else can happen the next timer fires.</summary>
public sealed class Simulation
{
    /// <summary>When every simulation begins.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 1, 31, 8, 30, 0, TimeSpan.Zero);

    private readonly Queue<Fact> inbox = new();
    private readonly SortedDictionary<long, DateTimeOffset> timers = [];
    private readonly Func<TaskRequest, Answer> answer;

    public Simulation(StateMachine machine, Json input, Func<TaskRequest, Answer>? answer = null, ExecutionLimits? limits = null, string? testCase = null)
        : this(machine, Start(input, limits) with { TestCase = testCase }, Beginning, answer)
    {
    }

    /// <summary>An execution that is born with something of its own.</summary>
    public Simulation(StateMachine machine, ExecutionStart start, DateTimeOffset at, Func<TaskRequest, Answer>? answer = null)
    {
        Execution = new Execution(machine);
        this.answer = answer ?? (request => Answer.With(request.Input));
        Now = at;
        Give(new Fact.Started(Now, start));
    }

    /// <summary>The execution.</summary>
    public Execution Execution { get; }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Every fact it took, in order.</summary>
    public List<Fact> Journal { get; } = [];

    /// <summary>Every effect it had, in order.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>Its history.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>How its tasks got on.</summary>
    public List<TaskProgress> Progress { get; } = [];

    /// <summary>Every task it asked for, in order.</summary>
    public IEnumerable<TaskRequest> Tasks => Effects.OfType<Effect.InvokeTask>().Select(effect => effect.Request);

    /// <summary>The types of its events, which is often all a test wants to see.</summary>
    public IEnumerable<HistoryEventType> EventTypes => History.Select(happened => happened.Type);

    /// <summary>Runs a definition to its end.</summary>
    public static Simulation Run(string definition, string input = "{}", Func<TaskRequest, Answer>? answer = null, ExecutionLimits? limits = null) =>
        Of(definition, input, answer, limits).ToTheEnd();

    /// <summary>A definition about to run.</summary>
    public static Simulation Of(string definition, string input = "{}", Func<TaskRequest, Answer>? answer = null, ExecutionLimits? limits = null) =>
        new(Machine(definition), Json.Parse(input), answer, limits);

    /// <summary>The machine of a definition that has no mistakes.</summary>
    public static StateMachine Machine(string definition)
    {
        var parsed = DefinitionParser.Parse(definition);
        return parsed.Machine ?? throw new InvalidOperationException(string.Join('\n', parsed.Problems));
    }

    /// <summary>What an execution in a test is born with.</summary>
    public static ExecutionStart Start(Json input, ExecutionLimits? limits = null) => new()
    {
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:Machine:run-1",
        Name = "run-1",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Machine",
        StateMachineName = "Machine",
        RoleArn = "arn:aws:iam::123456789012:role/Role",
        Input = input,
        Seed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        Limits = limits ?? ExecutionLimits.Standard,
    };

    /// <summary>Goes on until the execution has ended or nothing can happen any more.</summary>
    public Simulation ToTheEnd()
    {
        while (Step())
        {
        }

        return this;
    }

    /// <summary>Gives the next fact that is due; false if there is none.</summary>
    public bool Step()
    {
        if (Execution.Status != ExecutionStatus.Running)
        {
            return false;
        }

        if (!inbox.TryDequeue(out var fact))
        {
            if (timers.Count == 0)
            {
                return false;
            }

            var (timer, due) = timers.MinBy(entry => (entry.Value, entry.Key));
            timers.Remove(timer);
            Now = due > Now ? due : Now;
            fact = new Fact.TimerFired(Now, timer);
        }

        Give(fact with { At = Now });
        return true;
    }

    /// <summary>Gives a fact from outside.</summary>
    /// <returns>Whether the execution took it.</returns>
    public bool Give(Fact fact)
    {
        var effects = new List<Effect>();
        if (!Execution.Apply(fact, effects, History, Progress))
        {
            return false;
        }

        Journal.Add(fact);
        Effects.AddRange(effects);
        foreach (var effect in effects)
        {
            CarryOut(effect);
        }

        return true;
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.InvokeTask invoke when answer(invoke.Request).Fact is { } report:
                inbox.Enqueue(report(invoke.Request.Task));
                break;
            case Effect.SetTimer set:
                timers.Add(set.Timer, set.Due);
                break;
            case Effect.CancelTimer cancel:
                timers.Remove(cancel.Timer);
                break;
            case Effect.Continue:
                inbox.Enqueue(new Fact.Continued(Now));
                break;
        }
    }
}
