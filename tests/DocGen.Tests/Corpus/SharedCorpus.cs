using DocGen.Corpus;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Corpus;

/// <summary>A real doc set that is read and linked once for all tests.</summary>
internal sealed class SharedCorpus
{
    private static readonly Lazy<SharedCorpus> LazyGraph = new(() => new SharedCorpus("graph-v1.0"));

    private static readonly Lazy<SharedCorpus> LazyOneDrive = new(() => new SharedCorpus("onedrive"));

    private SharedCorpus(string name)
    {
        Folder = Path.Combine(DocFolders.Shared!, "corpus", name);
        Texts = DocFolders.Pages(Folder, name + "/");
        Pages = [.. Texts.AsParallel().AsOrdered().Select(p => PageReader.Read(p.Path, p.Text))];
        LinkedApi api = Linker.Link(new ApiSettings("", "Test", "ApiClient"), serviceRoot: null,
            Pages.Select(p => p.Model));
        Api = new LinkedDocs(api, Pages);
    }

    public static SharedCorpus Graph => LazyGraph.Value;

    public static SharedCorpus OneDrive => LazyOneDrive.Value;

    public string Folder { get; }

    public (string Path, string? Text)[] Texts { get; }

    public ParsedPage[] Pages { get; }

    public LinkedDocs Api { get; }

    /// <summary>Returns the operations on a page by their names in C#, such as <c>DriveItems.Get</c>.</summary>
    public string[] OperationsOf(string page) =>
    [
        .. Api.Files.Where(f => f.Operations is not null)
            .SelectMany(
                f => f.Operations!.Operations.Where(
                    o => o.Docs.Origins.Any(x => x.Page.EndsWith("/" + page + ".md", StringComparison.Ordinal)))
                .Select(o => f.Operations.Name + "." + o.MethodName))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The results of the generator and of the simple page reader of the corpus runner, for every page.
    /// </summary>
    public IEnumerable<PageResult> Results =>
        Pages.Zip(Texts, (read, text) => new PageResult(read, PageScan.Of(text.Text!)));
}

/// <summary>Describes operations for assertions.</summary>
internal static class Shown
{
    /// <summary>Returns the URLs as <c>MeDriveItems(itemId)</c>. The only URL of an operation has no name.</summary>
    public static IEnumerable<string> Factories(this Operation operation) =>
        operation.Urls.Select(u => $"{u.FactoryName}({string.Join(", ", u.Parameters.Select(p => p.Name))})");

    /// <summary>Returns the options as <c>Top: Int32</c>, with an exclamation mark if the option is required.</summary>
    public static IEnumerable<string> ShownOptions(this Operation operation) =>
        operation.Options.Select(o => $"{o.Name}: {o.Type}{(o.IsRequired ? "!" : "")}");

    /// <summary>Describes the body: first the resource, then the members, then the content.</summary>
    public static string ShownBody(this Operation operation)
    {
        RequestBody.Json? json = operation.Body?.JsonObject;
        RequestBody.Stream? stream = operation.Body switch
        {
            RequestBody.Stream alone => alone,
            RequestBody.JsonOrStream either => either.Content,
            RequestBody.Multipart multipart => multipart.Content,
            RequestBody.ContentParts parts => parts.Main,
            _ => null,
        };
        IEnumerable<string> shown =
        [
            .. json?.Resource is { } resource ? [$"{resource.Name}: {resource.Type}"] : Array.Empty<string>(),
            .. (json?.Members ?? default)
                .Select(m => m.Constant is null ? $"{m.Name}: {m.Type}" : $"{m.JsonName} = {m.Constant}"),
            .. operation.Body is RequestBody.Reference { Member: var reference }
                ? [$"{reference.Name}: {reference.JsonName}"]
                : Array.Empty<string>(),
            .. stream is { } content ? [$"{content.Name}: {content.MediaType}"] : Array.Empty<string>(),
        ];
        return string.Join(", ", shown);
    }

    /// <summary>
    /// Returns the kind, type and statuses of the response, such as <c>Collection DriveItem [200]</c>.
    /// </summary>
    public static string ShownResponse(this Operation operation)
    {
        ResponseShape response = operation.Response;
        return $"{response.Case()} {response.Type()}".TrimEnd() + $" [{string.Join(", ", response.Statuses)}]";
    }
}
