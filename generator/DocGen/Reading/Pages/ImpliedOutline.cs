using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// What the sections of a page hold whose headings say nothing, as those of another language do: every page of the dialect has the same
/// sections in the same order, and what stands in them is code, types and statuses that no translator touches.
/// </summary>
internal sealed class ImpliedOutline
{
    private readonly List<Part> _parts = [];
    private readonly Dictionary<HeadingBlock, SectionKind> _kinds = [];

    /// <summary>What the resources' JSON names.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<PageBlock> _blocks;

    private ImpliedOutline(IReadOnlyList<PageBlock> blocks, IReadOnlyDictionary<FenceBlock, Annotation> annotations)
    {
        _blocks = blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Block is HeadingBlock heading)
                _parts.Add(new Part(heading, i, annotations));
            else if (_parts.Count > 0)
                _parts[_parts.Count - 1].Blocks.Add(blocks[i].Block);
        }
    }

    /// <summary>The kinds of the sections, by their headings; null where a heading says what its section holds, or nothing shows it.</summary>
    public static IReadOnlyDictionary<HeadingBlock, SectionKind>? Of(IReadOnlyList<PageBlock> blocks, IReadOnlyDictionary<FenceBlock, Annotation> annotations)
    {
        if (blocks.Any(b => b.Block is HeadingBlock && b.Section.IsTelling))
            return null;
        var outline = new ImpliedOutline(blocks, annotations);
        outline.Read(isAboutOther: blocks.Count > 0 && blocks[0].Block is FrontMatterBlock { IsAboutOther: true });
        return outline._kinds.Count == 0 ? null : outline._kinds;
    }

    private void Read(bool isAboutOther)
    {
        // The title's own section introduces the page.
        int request = _parts.Count < 2 ? -1 : _parts.FindIndex(1, p => p.HasTemplates);
        if (request < 0 && _parts.Count > 1)
            request = _parts.FindIndex(1, p => p.HasRequest);
        // What a page calls in passing that says it is about something else is none of its own.
        if (request > 0 && !isAboutOther)
            ReadOperation(request);
        else if (_parts.Exists(p => p.HasResource))
            ReadResource();
    }

    /// <summary>Permissions, HTTP request, parameters, headers, body, response, example: sections of one level, in this order.</summary>
    private void ReadOperation(int request)
    {
        int level = _parts[request].Heading.Level;
        foreach (Part part in _parts.Take(request).Where(p => p.Has(TableKind.Permissions)))
            Tell(part, SectionKind.Permissions);
        Tell(_parts[request], SectionKind.HttpRequest);
        List<Part> parts = [.. _parts.Skip(request + 1).Where(p => p.Heading.Level == level)];
        // What is shown may stand in sections of its own, a level further down.
        int example = parts.FindIndex(p => Shown(p).Any(p.IsMessage));
        if (example >= 0)
            Tell(parts[example], SectionKind.Example);
        List<Part> told = [.. parts.Take(example < 0 ? parts.Count : example)];
        int headers = told.FindIndex(p => p.Has(TableKind.Headers));
        if (headers >= 0)
            Tell(told[headers], SectionKind.RequestHeaders);
        int response = told.FindIndex(headers + 1, p => p.HasStatus);
        if (response >= 0)
            Tell(told[response], SectionKind.Response);
        int body = (response < 0 ? told.Count : response) - 1;
        // Where no answer comes after it, the last section may be about what the URL has as well.
        if (body >= 0 && body != headers && !told[body].HasOptions && (response > 0 || (_parts[request].SendsBody && told[body].HasTable && !told[body].Describes(_parts[request]))))
            Tell(told[body], SectionKind.RequestBody);
        foreach (Part part in told.Take(response < 0 ? told.Count : response).Where(p => !_kinds.ContainsKey(p.Heading)))
            Tell(part, part.HasOptions ? SectionKind.QueryParameters : _parts[request].CallsFunction ? SectionKind.FunctionParameters : SectionKind.PathParameters);
    }

    /// <summary>The fences of a part and of those under it. Of parts of one level, none has another's, so that all have no more than the page.</summary>
    private IEnumerable<FenceBlock> Shown(Part part)
    {
        for (int i = part.Index + 1; i < _blocks.Count && !(_blocks[i].Block is HeadingBlock next && next.Level <= part.Heading.Level); i++)
        {
            if (_blocks[i].Block is FenceBlock fence)
                yield return fence;
        }
    }

    /// <summary>Of the tables of members, the first is about properties, and the next of the same level about relationships.</summary>
    private void ReadResource()
    {
        _names.UnionWith(_parts.SelectMany(p => p.Resources).SelectMany(f => (JsonReader.Read(f.Content.Text).Value as JsonObject)?.Members ?? []).Select(m => m.Name));
        Part? properties = null;
        foreach (Part part in _parts.Skip(1))
        {
            if (part.HasResource)
                Tell(part, SectionKind.JsonRepresentation);
            else if (part.Has(TableKind.Methods))
                Tell(part, SectionKind.Methods);
            else if (HasMembers(part) && properties is null)
                Tell(properties = part, SectionKind.Properties);
            else if (HasMembers(part) && part.Heading.Level == properties?.Heading.Level)
                Tell(part, SectionKind.Relationships);
        }
    }

    /// <summary>Its table has types beyond doubt, or the names that the JSON has.</summary>
    private bool HasMembers(Part part) => part.Has(TableKind.Members)
        || part.Blocks.OfType<TableBlock>().Any(t => t.Header.Count > 2 && t.Rows.Count(r => r.Count > 0 && _names.Contains(r[0].Plain)) * 2 > t.Rows.Count);

    private void Tell(Part part, SectionKind kind) => _kinds[part.Heading] = kind;

    /// <summary>A heading and what stands right below it.</summary>
    private sealed class Part(HeadingBlock heading, int index, IReadOnlyDictionary<FenceBlock, Annotation> annotations)
    {
        public HeadingBlock Heading { get; } = heading;

        /// <summary>The heading's place among the page's blocks.</summary>
        public int Index { get; } = index;

        public List<DocBlock> Blocks { get; } = [];

        private IEnumerable<FenceBlock> Fences => Blocks.OfType<FenceBlock>();

        /// <summary>The JSON of a resource, annotated as such or not at all.</summary>
        public IEnumerable<FenceBlock> Resources =>
            Fences.Where(f => BlockTypeOf(f) is "resource" or null && f.Content.Text.TrimStart().StartsWith("{", StringComparison.Ordinal));

        public bool HasResource => Resources.Any();

        /// <summary>Relative URLs that are not annotated as examples.</summary>
        public bool HasTemplates => Fences.Any(f => BlockTypeOf(f) is null or "ignored" or "samples" && RequestLine(f) is { } line && IsRelative(line));

        /// <summary>Where no template is shown, an example under the first heading that has one stands for it.</summary>
        public bool HasRequest => Fences.Any(f => RequestLine(f) is { } line && IsRelative(line));

        /// <summary>A template ends in the arguments of a function: <c>recent(count={count})</c>.</summary>
        public bool CallsFunction => Fences.Any(f => RequestLine(f) is { } line && line.IndexOf('=') > line.IndexOf('(') && line.IndexOf('(') > 0);

        public bool SendsBody => Fences.Any(f => RequestLine(f) is not null && BodyMethods.Any(m => f.Content.Text.TrimStart().StartsWith(m, StringComparison.Ordinal)));

        public bool HasTable => Blocks.Any(b => b is TableBlock);

        /// <summary>A row is on a placeholder of the request's URL.</summary>
        public bool Describes(Part request)
        {
            var placeholders = new HashSet<string>(
                request.Fences.Select(RequestLine).OfType<string>().SelectMany(line => line.Split('{').Skip(1)).Select(text => text.Split('}')[0]), StringComparer.OrdinalIgnoreCase);
            return Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).Any(row => row.Count > 0 && placeholders.Contains(row[0].Plain.Trim('{', '}')));
        }

        public bool IsMessage(FenceBlock fence) => BlockTypeOf(fence) is "request" or "response" or "example"
            || fence.Content.Text.TrimStart().StartsWith("HTTP/", StringComparison.Ordinal) || (RequestLine(fence) is { } line && !IsRelative(line));

        public bool HasStatus => Blocks.OfType<ParagraphBlock>().Any(p => Prose.Statuses(p.Text.Plain).Count > 0);

        /// <summary>A table or a sentence of options that begin with a dollar sign.</summary>
        public bool HasOptions => Has(TableKind.QueryParameters) || Blocks.OfType<ParagraphBlock>()
            .Any(p => (p.Text.Doc?.Inlines ?? default).Any(run => run.Kind == Model.DocInlineKind.Code && run.Text.TrimStart().StartsWith("$", StringComparison.Ordinal)));

        public bool Has(TableKind kind) => Blocks.OfType<TableBlock>().Any(t => TableReader.ByShape(t) == kind);

        private static readonly string[] BodyMethods = ["POST ", "PUT ", "PATCH "];

        private string? BlockTypeOf(FenceBlock fence) => annotations.TryGetValue(fence, out Annotation? annotation) ? annotation.BlockType : null;

        private static bool IsRelative(string url) => url.IndexOf("://", StringComparison.Ordinal) < 0;

        private static string? RequestLine(FenceBlock fence)
        {
            string text = fence.Content.Text;
            int start = text.Length - text.TrimStart().Length;
            int end = text.IndexOf('\n', start);
            return HttpMessageReader.TryRequestLine(text, start, end < 0 ? text.Length : end, out _, out int target, out int targetEnd) && targetEnd > target
                ? text.Substring(target, targetEnd - target) : null;
        }
    }
}
