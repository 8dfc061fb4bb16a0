using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("KeyList")]
[Description("All keys, oldest first.")]
internal sealed record KeyList(IReadOnlyList<KeyView> Items);
