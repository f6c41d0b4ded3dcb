using DocGen.Tests.Harness;

namespace DocGen.Fuzz;

/// <summary>
/// Damages pages as manual edits, tools and merges do. The generator must not throw, and the emitted code must compile.
/// It damages the pages of <c>apidocs/</c>, or of the folder whose path is in an environment variable.
/// </summary>
public sealed class PageFuzzer : IFuzzer
{
    /// <summary>The environment variable with the path of a docs folder to use instead of <c>apidocs/</c>.</summary>
    public const string FolderVariable = "DOCGEN_FUZZ_DOCS";

    private const int PagesOfCase = 8;

    private static readonly Lazy<(string Path, string? Text)[]> Pages = new(() =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
            ? DocFolders.Pages(folder, "docs/") : DocFolders.ApiDocs);

    public string Name => "pages";

    public string Description => "damaged pages x compilation: nothing throws, emitted code compiles";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var random = new Random(seed);
            var damage = new PageDamage(random, Pages.Value);
            var docs = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (int i = 0; i < PagesOfCase; i++)
            {
                (string path, string? text) = Pages.Value[random.Next(Pages.Value.Length)];
                docs[path] = random.Next(4) == 0
                    ? text
                    : damage.Of(text!, random.Next(8) == 0 ? random.Next(20, 60) : random.Next(1, 6));
            }

            GeneratorSession session = EmittedClient.Of([.. docs.Select(doc => (doc.Key, doc.Value))]);
            // A page may exceed a limit, which the message names. Any other reason is an unexpected exception.
            string? unread = session.Result.Diagnostics.Where(d => d.Id == "DG0006").Select(d => d.ToString())
                .FirstOrDefault(text => !text.Contains("more than", StringComparison.Ordinal));
            return unread is null ? session.Outcome() : throw new FuzzFailureException(unread);
        },
        cancellationToken);
}
