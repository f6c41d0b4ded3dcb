using DocGen.Tests.Harness;

namespace DocGen.Fuzz;

/// <summary>Generates a client from docs and checks what must be true for all docs.</summary>
internal static class EmittedClient
{
    /// <summary>Runs the generator and the compiler.</summary>
    /// <param name="docs">The paths and texts of the docs.</param>
    /// <param name="options">The options of the project for these docs.</param>
    /// <exception cref="FuzzFailureException">
    /// The generator threw an exception, or the emitted code does not compile without warnings.
    /// </exception>
    public static GeneratorSession Of(
        IReadOnlyList<(string Path, string? Text)> docs, params (string Name, string Value)[] options)
    {
        var session = new GeneratorSession(docs, isTracked: false);
        foreach ((string name, string value) in options)
            session.Configure(name, value);
        session.Run();
        string[] problems = session.Result.Exception is { } exception ? [exception.ToString()]
            : [.. session.Result.Diagnostics.Where(d => d.Id == "DG0012").Select(d => d.ToString()),
                .. session.Problems()];
        return problems.Length == 0 ? session : throw new FuzzFailureException(
            string.Join('\n', problems.Take(5)) + "\n"
                + string.Join('\n', docs.Select(doc => $"=== {doc.Path}\n{doc.Text}")));
    }

    /// <summary>Returns the outcome for the report.</summary>
    public static string Outcome(this GeneratorSession session) =>
        session.Sources.Count == 0 ? "emits nothing" : "compiles";
}
