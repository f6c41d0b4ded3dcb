using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reports blocks of an annotated page that no reader uses although the client lacks their information. These are JSON
/// without an annotation, if an operation's body or response has no type, and tables of parameters that no operation
/// sends.
/// </summary>
internal sealed class UnreadBlocks
{
    private readonly PageContent _content;
    private readonly IReadOnlyList<(OperationParts Draft, OperationDefinition Operation)> _operations;
    private readonly HashSet<Fence> _read;

    private UnreadBlocks(PageContent content, PageFacts facts,
        IReadOnlyList<(OperationParts Draft, OperationDefinition Operation)> operations)
    {
        _content = content;
        _operations = operations;
        _read = [.. operations.SelectMany(pair => pair.Draft.Responses).Select(r => r.BodyFence).Append(facts.BodyFence)
            .Append(operations.Count == 1 ? facts.AnswerFence : null).OfType<Fence>()];
    }

    public static void Report(PageContent content, PageFacts facts,
        IReadOnlyList<(OperationParts Draft, OperationDefinition Operation)> operations)
    {
        if (content.Outline is { IsPart: true } or { IsAboutOther: true })
            return;
        var blocks = new UnreadBlocks(content, facts, operations);
        foreach (Table table in content.Outline.Tables
            .Where(table => !table.IsIncluded && table.Owner is null && table.Rows.Count > 0))
            blocks.Report(table);
        foreach (Fence fence in content.Outline.Fences)
            blocks.Report(fence);
    }

    private void Report(Table table)
    {
        bool isOfRequest = table.Kind is TableKind.Parameters
            or TableKind.PathParameters or TableKind.QueryParameters or TableKind.FunctionParameters;
        if (isOfRequest && _operations.Count == 0)
            _content.Sink.Report(Rules.LooseParameters, table.Start, table.Start, table.Section.Title);
        if (table.Kind is not (TableKind.Parameters or TableKind.Members) || _operations.Count == 0
            || _operations.Any(pair =>
                pair.Operation.Body is not null
                    || pair.Operation.HttpMethod is not ("GET" or "HEAD" or "DELETE" or "OPTIONS")))
            return;
        string[] unsent = [.. _content.Tables.Members(table).Select(row => row.Member.Name.Trim('{', '}'))
            .Where(name => !IsSent(name))];
        if (unsent.Length > 0)
            _content.Sink.Report(Rules.UnsentParameters, table.Start, table.Start, string.Join(", ", unsent));
    }

    private bool IsSent(string name) => _operations.Any(pair =>
        pair.Operation.Options.Any(option => Same(option.Member.Name.TrimStart('$'), name.TrimStart('$')))
        || pair.Operation.Urls.Any(
            url => url.Path.HasArgument(name)
                || url.Path.Placeholders.Any(placeholder => Same(placeholder.Text, name))));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private void Report(Fence fence)
    {
        bool isJson = fence.Annotation is null
            && (fence.Kind == FenceKind.Json || (fence.Kind == FenceKind.Other && fence.BeginsWith("[")));
        if (!isJson || _operations.Count == 0 || fence.Owner is not null || _read.Contains(fence))
            return;
        bool isOfBody = fence.Section.NearestKind is SectionKind.RequestBody
            or SectionKind.Request or SectionKind.HttpRequest;
        if (!isOfBody && fence.Section.NearestKind is not (SectionKind.Response or SectionKind.Example))
            return;
        bool isPoorer = isOfBody
            ? _operations.Any(pair => pair.Operation is { HttpMethod: "POST" or "PUT" or "PATCH", Body: null })
            : _operations.Any(pair =>
                pair.Operation.Responses.All(
                    r => r is { Status: 200 or 201, IsFromProse: true, Body: null, ContentType: null }));
        if (isPoorer)
            _content.Sink.Report(Rules.UnreadExample, fence.Start, fence.MarkEnd,
                isOfBody ? "no request is above it; put it into one, or below a heading 'Request body'"
                    : "no status line is above it; begin it with 'HTTP/1.1 200 OK', or annotate it as a response");
    }
}
