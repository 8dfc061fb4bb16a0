using TaskOrchestration.Orchestrations.Tests.Courses;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class DurableCourseTests() : CourseContract(new DurableExecutionHost(time => new InMemoryExecutionRecords(time)));
