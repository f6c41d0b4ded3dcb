using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the types that a page defines: resources from annotated JSON and tables, and enumerations from tables.
/// </summary>
internal sealed class ResourceReader
{
    private readonly PageContent _content;
    private readonly Dictionary<ResourceSource, ResourceDraft> _drafts;
    private Dictionary<string, string>? _listed;

    private ResourceReader(PageContent content)
    {
        _content = content;
        _drafts = new Dictionary<ResourceSource, ResourceDraft>(content.Outline.Resources.Count);
    }

    public sealed record Result(EquatableArray<ResourceDefinition> Resources, EquatableArray<EnumDefinition> Enums);

    private FindingSink Sink => _content.Sink;

    private PageLanguage Language => _content.Language;

    private Dictionary<string, string> Listed => _listed ??= ReadListed();

    public static Result Read(PageContent content)
    {
        var reader = new ResourceReader(content);
        reader.ReadFences();
        EnumDefinition[] enums = [.. reader.ReadBlocks()];
        reader.ReadFrontMatter();
        return new Result(content.Outline.Resources.Select(resource => reader.Finish(reader._drafts[resource]))
            .ToEquatableArray(), enums.ToEquatableArray());
    }

    private void ReadFences()
    {
        foreach (Fence fence in _content.Outline.Fences.Where(f => f.DefinesResource))
        {
            if (fence.Resource is { } resource)
                AddAnnotated(resource, fence);
            else
                _content.Ledger.LeaveOut(fence.Annotation, Rules.ResourceWithoutName, fence.Annotation!.Comment.Start,
                    fence.Annotation.Comment.End);
        }

        if (_content.Outline is { Resources: { Count: 1 } resources, Title: { } title }
            && resources[0].Annotation is null)
            AddTitled(resources[0], title);
    }

    private void AddAnnotated(ResourceSource resource, Fence fence)
    {
        Annotation annotation = fence.Annotation!;
        (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
        Sink.Anchor(AnchorKeys.Resource(resource.Name), start, end);
        JsonValue? value = ReadJson(resource.Name, fence);
        JsonObject? json = value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault();
        _drafts.Add(resource, new ResourceDraft(resource, json));
        _content.Ledger.Read(annotation);
        foreach (JsonMember member in json?.Members ?? [])
            AnchorTypes(member.Value, fence);
    }

    private void AddTitled(ResourceSource resource, HeadingBlock title)
    {
        Sink.Anchor(AnchorKeys.Resource(resource.Name), title.Start, title.End);
        JsonValue? value = resource.Fence is { } fence ? ReadJson(resource.Name, fence) : null;
        _drafts.Add(resource, new ResourceDraft(resource, value as JsonObject));
    }

    private JsonValue? ReadJson(string name, Fence fence)
    {
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(fence.Content.Text);
        Report(name, fence, findings);
        return value;
    }

    /// <summary>Adds tables and paragraphs to the drafts, and returns the enumerations.</summary>
    private List<EnumDefinition> ReadBlocks()
    {
        var enums = new List<EnumDefinition>();
        bool isUnheaded = _content.Outline.IsUnheaded;
        foreach (OutlineBlock block in _content.Outline.Sections.SelectMany(section => section.Blocks))
        {
            ResourceDraft? owner = block.Owner is { } resource ? _drafts[resource] : null;
            if (block is Table { Kind: TableKind.EnumValues } values)
                Sink.Guard(values.Start, values.End, () => enums.AddRange(ReadEnum(values)));
            else if (block is Table table && owner is not null)
                Sink.Guard(table.Start, table.End, () => AddTable(table, owner));
            else if (block is Paragraph paragraph && owner is not null)
                Sink.Guard(paragraph.Start, paragraph.End, () => AddParagraph(paragraph, owner, isUnheaded));
        }

        return enums;
    }

    /// <summary>
    /// Adds the ancestors that a paragraph names. A sentence may say that a resource inherits from another. A short
    /// text with a link, between the title and the next heading, may say the same in any language. On a page without
    /// headings it has no other meaning; on other pages it is only a hint.
    /// </summary>
    private void AddParagraph(Paragraph paragraph, ResourceDraft owner, bool isUnheaded)
    {
        if (Prose.Ancestor(paragraph.Text) is { } ancestor)
            owner.AddAncestor(ancestor, paragraph.Text, _content.Path);
        else if (paragraph.Section.Level > 1 || Language.ShortLink(paragraph.Text, out string words) is not { } type)
            return;
        else if (isUnheaded)
            owner.AddAncestor(type, paragraph.Text, _content.Path);
        else if (!paragraph.InList)
            owner.Introduced.Add(new HintedAncestor(type, default, words));
    }

    private void ReadFrontMatter()
    {
        if (_drafts.Count == 1 && _content.Outline.FrontMatter?["description"] is { } description
            && Prose.Ancestor(new RichText(0, 0, description, null, [])) is { } ancestor)
        {
            _drafts.Values.First().Ancestors.Add(ancestor);
        }
    }

    private void Report(string name, Fence fence, IReadOnlyList<JsonFinding> findings)
    {
        JsonFinding[] telling = findings.Where(f => !f.IsHarmless).ToArray();
        if (telling.Length == 0)
            return;
        JsonFinding first = telling[0];
        bool loses = first.Fault is JsonFault.Unterminated
            or JsonFault.Unexpected or JsonFault.TooDeep or JsonFault.Empty or JsonFault.TrailingText;
        int start = fence.Content.ToPage(first.Start);
        int end = fence.Content.ToPage(first.End);
        if (loses)
            Sink.Report(Rules.InvalidDefinition, start, end, name, JsonFaults.Describe(first.Fault));
        else
            Sink.Report(Rules.InvalidJson, start, end, JsonFaults.Describe(first.Fault));
    }

    private void AnchorTypes(JsonValue value, Fence fence)
    {
        if (value is JsonArray { Items.Count: > 0 } array)
            value = array.Items[0];
        JsonValue? named = value is JsonObject obj ? obj["@odata.type"] : value;
        if (named?.AsString is { } text && TypeText.Parse(text, out _) is { IsNamed: true } type)
            Sink.Anchor(AnchorKeys.Type(type.Name!), fence.Content.ToPage(named.Start),
                fence.Content.ToPage(named.End));
    }

    private void AddTable(Table table, ResourceDraft owner)
    {
        if (table.Kind is not (TableKind.Properties or TableKind.Members or TableKind.Relationships))
            return;
        IReadOnlyList<MemberRow> rows = _content.Tables.Members(table);
        if (table.Kind == TableKind.Relationships)
        {
            owner.Relationships.AddRange(rows);
        }
        else if (owner.Rows.Count > 0 && IsAboutAnother(rows, owner) && !rows.All(r => r.Member.Type.IsNamed))
        {
            Sink.Report(Rules.LooseTable, table.Start, table.Start, table.Section.Title, owner.Name);
            return;
        }
        else
        {
            owner.Rows.AddRange(rows);
            owner.Ancestors.AddRange(rows.Select(r => r.Member.InheritedFrom).OfType<string>());
        }

        owner.AddHints(rows, Language);
    }

    /// <summary>
    /// Whether a second table of properties describes a member of the resource. In this case, none of its rows are in
    /// the resource's JSON.
    /// </summary>
    private static bool IsAboutAnother(IReadOnlyList<MemberRow> rows, ResourceDraft owner) =>
        owner.JsonNames.Count > 0
            && rows.All(r => !r.Member.Name.StartsWith("@", StringComparison.Ordinal)
                && !owner.JsonNames.Contains(r.Member.Name));

    /// <summary>Returns the enumeration whose values a table lists; empty if the enumeration has no name.</summary>
    private IEnumerable<EnumDefinition> ReadEnum(Table table)
    {
        Section section = table.Section;
        if (Language.EnumName(section, _content.Outline.Title?.Text.Plain ?? "") is not { } name)
            yield break;
        IReadOnlyList<EnumMemberDefinition> members = _content.Tables.EnumMembers(table);
        if (members.Count == 0)
        {
            Sink.Report(Rules.EmptyTable, table.Start, table.End, "values");
            yield break;
        }

        bool flags = section.Words.IndexOf("flags", StringComparison.OrdinalIgnoreCase) >= 0;
        Sink.Anchor(AnchorKeys.Enum(name), table.Start, table.End);
        yield return new EnumDefinition(name, flags, members.ToEquatableArray(), null, section.Title);
    }

    private ResourceDefinition Finish(ResourceDraft draft)
    {
        var members = new List<MemberDefinition>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, JsonMember> shown = [];
        foreach (JsonMember member in draft.Json?.Members ?? [])
        {
            if (!shown.ContainsKey(member.Name))
                shown.Add(member.Name, member);
        }

        Language.RestoreNames(draft.Name, [draft.Rows, draft.Relationships], shown.Values, Sink);
        int rows = 0;
        foreach (MemberRow row in draft.Rows.Concat(draft.Relationships))
        {
            bool isProperty = rows++ < draft.Rows.Count;
            if (!known.Add(row.Member.Name))
            {
                if (isProperty)
                    Sink.Report(Rules.DuplicateRow, row.NameCell.Start, row.NameCell.End, row.Member.Name, draft.Name);
                continue;
            }

            shown.TryGetValue(row.Member.Name, out JsonMember? member);
            MemberDefinition merged = Merge(row, member);
            members.Add(IsListed(merged) ? merged with { Type = merged.Type.ToCollection() } : merged);
            if (member is null && isProperty && draft.Json is { Members.Count: > 0 })
                Sink.Report(Rules.NotInJson, row.NameCell.Start, row.NameCell.End, row.Member.Name, draft.Name);
        }

        if (IsSample(draft))
            shown.Clear();
        foreach (JsonMember member in shown.Values)
        {
            if (!JsonShapes.IsName(member.Name) || JsonShapes.IsAnnotation(member.Name) || !known.Add(member.Name))
                continue;
            members.Add(JsonShapes.Member(member, isDefinition: true));
            if (draft is { Rows.Count: > 0, Fence: not null })
                Sink.Report(Rules.NotInTable, draft.Fence.Content.ToPage(member.NameStart),
                    draft.Fence.Content.ToPage(member.NameEnd), member.Name, draft.Name);
        }

        // A resource with operations has its key as a property, even if the key is neither in a table nor in the JSON.
        if (_content.Methods.Length > 0 && draft.Annotation?.Text("keyProperty") is { Length: > 0 } key
            && TypeText.IsTypeName(key) && known.Add(key))
            members.Add(new MemberDefinition(key, DocType.String, null));
        AddPresence(draft, members);
        return ToDefinition(draft, members);
    }

    /// <summary>
    /// Sets the presence of members. If the author lists the members that may be absent or null, all other members in
    /// the JSON are always present. An empty list has no meaning, because templates contain one.
    /// </summary>
    private static void AddPresence(ResourceDraft draft, List<MemberDefinition> members)
    {
        HashSet<string> Named(string key) => new(draft.Annotation?.Words(key) ?? [], StringComparer.Ordinal);
        HashSet<string> optional = Named("optionalProperties");
        HashSet<string> nullable = Named("nullableProperties");
        bool namesOptional = optional.Count > 0;
        if (!namesOptional && nullable.Count == 0)
            return;
        optional.UnionWith(draft.Relationships.Select(r => r.Member.Name));
        for (int i = 0; i < members.Count; i++)
        {
            string name = members[i].Name;
            MemberPresence presence = (namesOptional && !optional.Contains(name) ? MemberPresence.Always : 0)
                | (nullable.Count > 0 && !nullable.Contains(name) ? MemberPresence.NotNull : 0);
            if (presence != MemberPresence.None && draft.JsonNames.Contains(name))
                members[i] = members[i] with { Presence = presence };
        }
    }

    /// <summary>
    /// Whether a member with the type of a single item is a collection. It is if a method of the page lists it:
    /// <c>printer-list-connectors</c> for <c>connectors</c>.
    /// </summary>
    private bool IsListed(MemberDefinition member) =>
        member.Type is { IsNamed: true, Rank: 0 } && Listed.TryGetValue(member.Name, out string? type)
            && type.Equals(member.Type.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the type of the collection that each list method returns. The key is the last word of the page that the
    /// method links to.
    /// </summary>
    private Dictionary<string, string> ReadListed()
    {
        var listed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (MethodDefinition method in _content.Methods)
        {
            string[] words = System.IO.Path.GetFileNameWithoutExtension(method.Page).Split('-', '_');
            if (method.Returns is { Rank: 1, Name: { } name } && words.Length > 2
                && words[words.Length - 2].Equals("list", StringComparison.OrdinalIgnoreCase))
                listed[words[words.Length - 1]] = name;
        }

        return listed;
    }

    /// <summary>
    /// Whether the JSON is only a sample. The type is open and has no table, so the JSON shows possible data and not
    /// members.
    /// </summary>
    private static bool IsSample(ResourceDraft draft) =>
        draft.Annotation?.Flag("openType") == true && draft.Rows.Count + draft.Relationships.Count == 0
        && (draft.Json?.Members ?? [])
            .All(m => m.Value is JsonNumber or JsonLiteral or JsonString
            && JsonShapes.TypeOf(m.Value, isDefinition: true) is { Rank: 0 } type
            && (m.Value is not JsonString { Value: var text }
                || (type.Kind == TypeKind.String && !TypeText.IsPrimitive(text))));

    /// <summary>
    /// Merges a table row with the member in JSON. The type and description come from the table. The JSON adds the
    /// values of an enumeration, and the type if the table has none.
    /// </summary>
    private MemberDefinition Merge(MemberRow row, JsonMember? shown)
    {
        if (shown is null)
            return row.Member;
        MemberDefinition evidence = JsonShapes.Member(shown, isDefinition: true);
        DocType stated = Language.Refine(row.Member.Type, evidence.Type);
        // A type name in a resource's JSON is more precise than "String" or "A or B" in a table.
        bool names = evidence.Type.IsNamed && (stated is { Kind: TypeKind.String, Rank: 0 } || !stated.Others.IsEmpty);
        DocType type = row.HasType && !names ? stated : evidence.Type;
        MemberDefinition member = type == row.Member.Type ? row.Member : row.Member with { Type = type };
        if (row.HasType && !Language.IsTranslated && type.Excludes(evidence.Type))
            member = member with { InJson = evidence.Type };
        return member.Values.IsEmpty ? member with { Values = evidence.Values } : member;
    }

    private ResourceDefinition ToDefinition(ResourceDraft draft, List<MemberDefinition> members)
    {
        Annotation? annotation = draft.Annotation;
        string? ns = annotation?.Text("namespace") ?? (annotation is null ? _content.Namespace : null);
        bool qualified = draft.Name.IndexOf('.') > 0;
        string name = qualified || ns is null ? draft.Name : ns + "." + draft.Name;
        if (qualified && _content.Namespace is { } stated && annotation is not null
            && !name.StartsWith(stated + ".", StringComparison.OrdinalIgnoreCase))
        {
            (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
            Sink.Report(Rules.OtherNamespace, start, end, stated, name.Substring(0, name.LastIndexOf('.')));
        }

        string? baseType = annotation?.Text("baseType")?.Trim().TrimStart('#');
        if (baseType is { Length: 0 })
        {
            (int start, int end) = annotation!.PlaceOf("baseType");
            Sink.Report(Rules.EmptyBase, start, end, name);
        }

        if (baseType is { Length: > 0 })
        {
            (int start, int end) = annotation!.PlaceOf("baseType");
            Sink.Anchor(AnchorKeys.Type(baseType), start, end);
        }

        return new ResourceDefinition(
            name,
            annotation?.Words("@type.aka").ToEquatableArray() ?? default,
            string.IsNullOrEmpty(baseType) ? null : baseType,
            draft.Ancestors.Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray(),
            annotation?.Flag("abstract") ?? false,
            annotation?.Flag("openType") ?? false,
            members.ToEquatableArray(),
            _content.Summary,
            draft.Section.Title,
            null,
            draft.LinkedAncestors.Distinct().ToEquatableArray(),
            draft.HintedAncestors.ToEquatableArray());
    }
}
