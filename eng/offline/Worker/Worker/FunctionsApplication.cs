namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>A Functions app.</summary>
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
