using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Corpus;

/// <summary>The names that a user of an emitted client types, each with its page.</summary>
/// <param name="Operations">The operations, sorted by name.</param>
/// <param name="Types">The classes and enums, sorted by name, each with its first page.</param>
internal sealed record ClientNames(IReadOnlyList<NamedOperation> Operations, IReadOnlyList<NamedType> Types)
{
    public static ClientNames Of(IEnumerable<ApiFile> files)
    {
        ApiFile[] all = [.. files];
        IEnumerable<NamedOperation> operations =
            from file in all
            where file.Operations is not null
            from operation in file.Operations!.Operations
            select NamedOperation.Of(file.Operations!, operation);
        IEnumerable<NamedType> types = all.SelectMany(file => file.Types).Select(NamedType.Of)
            .Concat(all.SelectMany(file => file.Enums).Select(NamedType.Of));
        return new ClientNames(
            [.. operations.OrderBy(o => o.Name, StringComparer.Ordinal)],
            [.. types.OrderBy(t => t.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Returns a tab-separated line for each name: kind, name, meaning, and page.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (NamedOperation operation in Operations)
        {
            yield return string.Join('\t', "operation", operation.Name, operation.HttpMethod, operation.Summary,
                operation.Page);
            foreach (NamedUrl url in operation.Urls)
                yield return string.Join('\t', "url", operation.Name + "." + url.Call, operation.HttpMethod,
                    url.Path.Text, operation.Page);
        }

        foreach (NamedType type in Types)
            yield return string.Join('\t', "type", type.Name, type.DocName, "", type.Page);
    }
}

/// <summary>An operation as a user calls it.</summary>
/// <param name="Group">The property of the client.</param>
/// <param name="Singular">The class name of the group without <c>Operations</c>.</param>
internal sealed record NamedOperation(
    string Group, string Singular, string Method, string HttpMethod, IReadOnlyList<NamedUrl> Urls, bool IsMany,
    string Summary, string Page)
{
    public string Name => Group + "." + Method;

    public static NamedOperation Of(OperationGroup group, Operation operation) => new(
        group.Name,
        group.ClassName.Replace("Operations", "", StringComparison.Ordinal),
        operation.MethodName,
        operation.HttpMethod,
        [.. operation.Urls.Select(
            url => new NamedUrl(url.FactoryName, url.Path, [.. url.Parameters.Select(p => p.Name)]))],
        operation.Response is ResponseShape.Collection or { ValueType.IsCollection: true },
        operation.Docs.Summary?.ToPlainText().ReplaceLineEndings(" ") ?? "",
        operation.Docs.Origins[0].Page);
}

/// <param name="Factory">The factory method of the URL, or null if the constructor of the request takes it.</param>
internal sealed record NamedUrl(string? Factory, UrlPath Path, IReadOnlyList<string> Parameters)
{
    public string Call =>
        string.Create(CultureInfo.InvariantCulture, $"{Factory ?? "new"}({string.Join(", ", Parameters)})");
}

/// <param name="DocName">The name in the docs, or empty if only the generator names the type.</param>
internal sealed record NamedType(string Name, string DocName, string Page)
{
    public static NamedType Of(StructuredType type) =>
        new(type.Name, type.ODataName ?? "", type.Origins.IsEmpty ? "" : type.Origins[0].Page);

    public static NamedType Of(EnumType type) =>
        new(type.Name, type.ODataName ?? "", type.Origins.IsEmpty ? "" : type.Origins[0].Page);
}
