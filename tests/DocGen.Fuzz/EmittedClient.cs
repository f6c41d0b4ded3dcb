using DocGen.Tests.Harness;

namespace DocGen.Fuzz;

/// <summary>What the generator makes of docs, and what must hold whatever they are.</summary>
internal static class EmittedClient
{
    /// <summary>Runs the generator and the compiler.</summary>
    /// <param name="docs">The docs by path.</param>
    /// <param name="options">What the project says of them.</param>
    /// <exception cref="FuzzFailureException">Something threw, or what was emitted does not compile without a
    /// warning.</exception>
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

    /// <summary>Whether anything was emitted, in the words of a report.</summary>
    public static string Outcome(this GeneratorSession session) =>
        session.Sources.Count == 0 ? "gives nothing" : "compiles";
}
