using System.Text;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>A server with something on every page.</summary>
/// <param name="spoil">What becomes of a text that a user chooses.</param>
public sealed class Exhibition(Func<string, string> spoil) : SubscribedConsole
{
    private readonly Dictionary<string, string> _paths = new()
    {
        ["sign-in"] = "/sign-in",
        ["dashboard"] = "/",
        ["machines"] = "/machines",
        ["new-machine"] = "/new-machine",
        ["activities"] = "/activities",
        ["tasks"] = "/tasks",
        ["new-order"] = "/tasks/new/order",
        ["exports"] = "/exports",
        ["orders"] = "/orders",
        ["schedules"] = "/schedules",
        ["new-schedule"] = "/new-schedule",
        ["alerts"] = "/alerts",
        ["subscriptions"] = "/event-subscriptions",
        ["subscription"] = "/event-subscriptions/archive",
        ["given-up"] = "/event-subscriptions/billing",
        ["open-bundle"] = "/bundle",
        ["bundle"] = "/bundle",
        ["audit"] = "/audit",
        ["keys"] = "/keys",
        ["not-found"] = "/no-such-page",
    };

    private readonly Dictionary<string, Func<Visit, Task>> _preparations = [];

    /// <summary>The names of all pages; they are known before a server runs.</summary>
    public static TheoryData<string> Names { get; } =
    [
        "sign-in", "dashboard", "machines", "new-machine", "machine", "edit-machine", "versions", "aliases", "tags", "activities", "activity", "execution", "failed-execution", "test-state", "open-bundle", "bundle", "comparison", "tasks", "task", "new-order", "exports", "orders", "order", "transaction",
        "schedules", "new-schedule", "schedule", "edit-schedule", "alerts", "subscriptions", "subscription", "given-up", "audit", "keys", "not-found",
    ];

    /// <summary>A page.</summary>
    public Exhibit this[string name] => new(name, _paths[name], _preparations.GetValueOrDefault(name));

    /// <inheritdoc/>
    protected override string StateMachines => "Greetings";

    /// <inheritdoc/>
    protected override string Nobody => spoil("nobody");

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ShowMachinesAsync();
        await ShowEventsAsync();
        await ShowOrdersAsync();
        await ShowOfficeAsync();
    }

    private async Task ShowMachinesAsync()
    {
        var definition = JsonObject.Of(
            ("Comment", Json.Of(spoil("Greets everybody on a list, then looks whether anybody was missed"))),
            ("StartAt", Json.Of("Greet everybody")),
            ("States", JsonObject.Of(
                ("Greet everybody", Json.Parse($$"""
                    { "Type": "Map", "ItemsPath": "$.names", "Next": "Anybody missed?", "ItemProcessor": { "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Comment": {{Json.Of(spoil("hello"))}}, "End": true } } } }
                    """)),
                ("Anybody missed?", Json.Parse("""{ "Type": "Choice", "Choices": [ { "Variable": "$[0]", "StringEquals": "nobody", "Next": "Missed" } ], "Default": "Both at once" }""")),
                ("Both at once", Json.Parse($$"""
                    { "Type": "Parallel", "End": true, "Branches": [
                      { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "Result": {{Json.Of(spoil("left"))}}, "End": true } } },
                      { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 0, "End": true } } } ] }
                    """)),
                ("Missed", JsonObject.Of(("Type", Json.Of("Fail")), ("Error", Json.Of(spoil("Greeting.Missed"))), ("Cause", Json.Of(spoil("nobody was greeted"))))))));
        var machine = await Client.CreateStateMachineAsync("Greetings", definition.ToString());
        var good = await Client.StartExecutionAsync(machine, "good", JsonObject.Of(("names", JsonArray.Of(Json.Of(spoil("Ada")), Json.Of("Grace")))).ToString());
        var bad = await Client.StartExecutionAsync(machine, "bad", """{"names":["nobody"]}""");
        await Client.DescribeWhenEndedAsync(good);
        await Client.DescribeWhenEndedAsync(bad);
        await ShowVersionsAsync(machine);
        (_paths["machine"], _paths["edit-machine"]) = ("/machines/Greetings", "/machines/Greetings/edit");
        (_paths["execution"], _paths["failed-execution"]) = ($"/executions/{Uri.EscapeDataString(good)}", $"/executions/{Uri.EscapeDataString(bad)}");
        _paths["test-state"] = "/machines/Greetings?tab=definition&state=Missed";
        _preparations["test-state"] = async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Test state", Exact = true }).ClickAsync();
            var dialog = visit.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Start test" }).ClickAsync();
            await dialog.GetByText("Stage by stage").First.WaitForAsync();
        };
        var bundle = (await Rest.GetAsync($"executions/{Uri.EscapeDataString(bad)}/bundle")).OrThrow().Body.ToString();
        _preparations["bundle"] = async visit =>
        {
            await visit.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "bad.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(bundle) });
            await visit.Page.GetByText("Execution failed").First.WaitForAsync();
        };
        _paths["comparison"] = $"/executions/{Uri.EscapeDataString(good)}/compare/{Uri.EscapeDataString(bad)}";
    }

    private async Task ShowEventsAsync() =>
        await UntilAsync("event-subscriptions/billing/dead-events", answer => answer.Body["items"] is JsonArray { Count: >= 2 });

    private async Task ShowVersionsAsync(string machine)
    {
        await Client.CallAsync("PublishStateMachineVersion", JsonObject.Of(("stateMachineArn", Json.Of(machine)), ("description", Json.Of(spoil("The first that greets everybody")))));
        var route = JsonObject.Of(("stateMachineVersionArn", Json.Of($"{machine}:1")), ("weight", Json.Of(100)));
        await Client.CallAsync(
            "CreateStateMachineAlias",
            JsonObject.Of(("name", Json.Of("live")), ("description", Json.Of(spoil("What customers get"))), ("routingConfiguration", JsonArray.Of(route))));
        var tags = JsonArray.Of(JsonObject.Of(("key", Json.Of("team")), ("value", Json.Of("reception"))));
        await Client.CallAsync("TagResource", JsonObject.Of(("resourceArn", Json.Of(machine)), ("tags", tags)));
        await Client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of("packing")), ("tags", tags)));
        (_paths["versions"], _paths["aliases"], _paths["tags"]) = ("/machines/Greetings?tab=versions", "/machines/Greetings?tab=aliases", "/machines/Greetings?tab=tags");
        _paths["activity"] = "/activities/packing";
    }

    private async Task ShowOrdersAsync()
    {
        var waiting = (await Rest.PostAsync("orders", "waiting", OrderOf("A lathe for the workshop", "order-1", "sku-lathe", "1999.00"))).OrThrow().Text("id");
        await UntilAsync(waiting, "Waiting");
        (await Rest.PutAsync($"tasks/{waiting}/attachments/offer.txt", "the offer"u8.ToArray())).OrThrow();
        var purchase = JsonObject.Of(
            ("title", Json.Of(spoil("Coffee"))), ("transactionId", Json.Of(spoil("txn-1"))), ("accountId", Json.Of(spoil("acct-7"))), ("amount", Json.Of("10.50")), ("currency", Json.Of("EUR")),
            ("reason", Json.Of(spoil("for the meeting"))));
        var bought = (await Rest.PostAsync("purchases", "bought", purchase.ToString())).OrThrow().Text("id");
        await UntilAsync(bought, "Succeeded");
        (await Rest.PostAsync("exports", "exported", """{"format":"csv"}""")).OrThrow();
        _paths["task"] = $"/tasks/{waiting}";
        var shipped = (await Rest.PostAsync("orders", "shipped", OrderOf("Chalk for the workshop", "order-2", "sku-chalk", "4.20"))).OrThrow().Text("id");
        await UntilAsync(shipped, "Succeeded");
        _paths["order"] = $"/orders/{Uri.EscapeDataString(spoil("order-2"))}";
        _paths["transaction"] = $"/transactions/{Uri.EscapeDataString(spoil("txn-1"))}";
    }

    private string OrderOf(string title, string orderId, string sku, string price) => JsonObject.Of(
        ("title", Json.Of(spoil(title))), ("orderId", Json.Of(spoil(orderId))), ("customerId", Json.Of(spoil("customer-7"))), ("currency", Json.Of("EUR")),
        ("items", JsonArray.Of(JsonObject.Of(("sku", Json.Of(spoil(sku))), ("quantity", Json.Of(1)), ("unitPrice", Json.Of(price))))),
        ("shippingAddress", JsonObject.Of(("recipient", Json.Of(spoil("Ada Lovelace"))), ("street", Json.Of(spoil("12 Analytical Way"))), ("city", Json.Of("London"))))).ToString();

    private async Task ShowOfficeAsync()
    {
        var schedule = JsonObject.Of(
            ("cron", Json.Of("0 0 6 * * ?")), ("stateMachine", Json.Of("Greetings")), ("input", Json.Parse("""{"names":["everybody"]}""")), ("description", Json.Of(spoil("Good morning"))));
        (await Rest.PutAsync("schedules/good-morning", schedule.ToString())).OrThrow();
        (await Rest.PostAsync("schedules/good-morning/run", "by-hand", "{}")).OrThrow();
        (await Rest.PostAsync("keys", "a-key", JsonObject.Of(("owner", Json.Of(spoil("ada"))), ("roles", Json.Parse("""["viewer","operator"]"""))).ToString())).OrThrow();
        (_paths["schedule"], _paths["edit-schedule"]) = ("/schedules/good-morning", "/schedules/good-morning/edit");
    }

    private Task UntilAsync(string task, string status) => UntilAsync($"tasks/{task}", answer => answer.Text("status") == status);

    private async Task UntilAsync(string path, Func<RestAnswer, bool> holds)
    {
        var patience = TimeSpan.FromSeconds(30);
        for (var pause = TimeSpan.FromMilliseconds(20); patience > TimeSpan.Zero; patience -= pause)
        {
            if (holds((await Rest.GetAsync(path)).OrThrow()))
            {
                return;
            }

            await Task.Delay(pause);
        }

        throw new InvalidOperationException($"{path} did not become what it should: {(await Rest.GetAsync(path)).Body}");
    }
}
