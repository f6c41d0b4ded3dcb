using System.Globalization;
using System.Text;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Seeds;

/// <summary>Reads real pages from a folder outside the project, and describes their operations as text.</summary>
internal static class SeedDocs
{
    /// <summary>Returns the pages below <c>docs/api</c> whose file names begin with one of the numbers.</summary>
    public static (string Path, string Text)[] Pages(params string[] numbers) =>
    [
        .. DocFolders.Pages(Path.Combine(DocFolders.Shared!, "seeds"), "docs/api/")
            .Where(p => numbers.Length == 0
                || numbers.Any(n => Path.GetFileName(p.Path).StartsWith(n + "_", StringComparison.Ordinal)))
            .Select(p => (p.Path, p.Text!)),
    ];

    /// <summary>Returns the resource pages below <c>docs/resources</c> that the seeds link to.</summary>
    public static (string Path, string Text)[] Resources() =>
        [.. DocFolders.Pages(Path.Combine(DocFolders.Shared!, "corpus", "onedrive", "resources"), "docs/resources/")
            .Select(p => (p.Path, p.Text!))];

    /// <summary>Describes every operation of the seeds with one line for each property of the operation.</summary>
    public static string Surface(LinkedDocs docs)
    {
        var text = new StringBuilder();
        foreach (string name in docs.OperationNames)
        {
            // Resource pages also show requests, so they can have operations.
            if (docs.Operation(name) is var operation
                && operation.Docs.Origins.Any(o => o.Page.StartsWith("docs/api/", StringComparison.Ordinal)))
                Describe(operation, name, text);
        }

        return text.ToString();
    }

    private static void Describe(Operation operation, string name, StringBuilder text)
    {
        ResponseShape response = operation.Response;
        Line($"{name}: {operation.HttpMethod} {operation.RequestClass} -> {operation.ResponseClass}");
        foreach (UrlTemplate url in operation.Urls.OrderBy(u => u.FactoryName, StringComparer.Ordinal))
            Line(
                $"  {url.FactoryName ?? "new"}({string.Join(", ", url.Parameters.Select(p => p.Name))}) " +
                $"{url.Template}");
        if (operation.Body?.JsonObject is { } json)
        {
            if (json.Resource is { } resource)
                Line($"  body {resource.Name}: {Show(resource.Type)}");
            foreach (BodyMember member in json.Members)
                Line(member.Constant is { } constant
                    ? $"  constant {member.JsonName} = {constant}"
                    : $"  member {member.Name}: {Show(member.Type)} = {member.JsonName}");
        }

        RequestBody.Stream? content = operation.Body switch
        {
            RequestBody.Stream stream => stream,
            RequestBody.JsonOrStream either => either.Content,
            RequestBody.Multipart parts => parts.Content,
            _ => null,
        };
        if (content is not null)
            Line(
                $"  content {content.Name}, {content.ContentTypeName}: " +
                $"{content.MediaType}{(content.IsRequired ? ", required" : "")}");
        if (operation.Body is RequestBody.Multipart multipart)
            Line(
                $"  multipart/{multipart.Subtype}: {multipart.JsonPart}, " +
                $"{multipart.ContentPart}{(multipart.IsOptional ? ", optional" : "")}");
        foreach (OptionParameter option in operation.Options)
            Line($"  {option.Location} {option.Name}: {Show(option.Type)} = {option.WireName}");
        if (operation.Scopes.Count > 0)
            Line($"  scopes {string.Join(", ", operation.Scopes)}");
        foreach (Permission permission in operation.Docs.Permissions)
            Line($"  permission {permission.Kind}: {string.Join(", ", permission.Scopes)}");
        Line(
            $"  {response.Case()} " +
            $"{(response.Type() is { } value ? Show(value) : "nothing")}" +
            $"{(response is ResponseShape.Value { IsWrapped: true } ? ", wrapped" : "")}: " +
            $"{string.Join(", ", response.Statuses)}");

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Show(TypeRef type) =>
        (type.Name ?? type.Kind.ToString()) + string.Concat(Enumerable.Repeat("[]", type.Rank));

    /// <summary>
    /// Returns the diagnostics on the pages whose names begin with a number, in the form <c>000 6:1 DG0602</c>.
    /// </summary>
    public static string[] Diagnostics(GeneratorTestResult result) =>
    [
        .. result.Diagnostics.Select(d => (Span: d.Location.GetLineSpan(), d.Id))
            .Where(d => char.IsDigit(Path.GetFileName(d.Span.Path)[0]))
            .OrderBy(d => d.Span.Path, StringComparer.Ordinal).ThenBy(d => d.Span.StartLinePosition)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(d.Span.Path)[..3]} " +
                $"{d.Span.StartLinePosition.Line + 1}:{d.Span.StartLinePosition.Character + 1} {d.Id}")),
    ];
}
