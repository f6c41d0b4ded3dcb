using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Reading;

/// <summary>Reads what a page defines: resources from their annotated JSON and tables together, enums from tables.</summary>
internal sealed class ResourceReader
{
    private readonly PageContent _content;
    private readonly List<Draft> _drafts = [];
    private readonly List<EnumDefinition> _enums = [];
    private Dictionary<string, string>? _listed;

    private ResourceReader(PageContent content) => _content = content;

    public sealed record Result(EquatableArray<ResourceDefinition> Resources, EquatableArray<EnumDefinition> Enums);

    private FindingSink Sink => _content.Sink;

    private Dictionary<string, string> Listed => _listed ??= ReadListed();

    public static Result Read(PageContent content)
    {
        var reader = new ResourceReader(content);
        foreach (PageBlock block in content.Blocks)
        {
            if (block.Block is FenceBlock fence && content.AnnotationOf(fence) is { } annotation && IsResource(annotation, fence))
                reader.AddResource(annotation, fence, block.Section);
        }

        if (reader._drafts.Count == 0)
            reader.AddUnannotated();
        bool isUnheaded = content.IsUnheaded && !content.IsTranslated;
        foreach (PageBlock block in content.Blocks)
        {
            if (block.Block is TableBlock table)
                reader.AddTable(table, block);
            else if (block.Block is ParagraphBlock paragraph && reader.Owner(block) is { } owner
                && (Prose.Ancestor(paragraph.Text) ?? (isUnheaded && block.Section.Level <= 1 ? Prose.ShortLink(paragraph.Text, isTranslated: false, out _) : null)) is { } ancestor)
            {
                owner.AddAncestor(ancestor, paragraph.Text, content.Path);
            }
        }

        if (!isUnheaded)
            reader.AddIntroduced();
        if (reader._drafts.Count == 1 && content.Blocks[0].Block is FrontMatterBlock front && front["description"] is { } description
            && Prose.Ancestor(new RichText(0, 0, description, null, [])) is { } described)
        {
            reader._drafts[0].Ancestors.Add(described);
        }

        return new Result(reader._drafts.Select(reader.Finish).ToEquatableArray(), reader._enums.ToEquatableArray());
    }

    /// <summary>What a page says between its title and its next heading, in whatever language, may be what its resource inherits from.</summary>
    private void AddIntroduced()
    {
        foreach (PageBlock block in _content.Blocks)
        {
            if (block.Block is ParagraphBlock { InList: false } paragraph && block.Section.Level <= 1 && Owner(block) is { } owner
                && Prose.Ancestor(paragraph.Text) is null && Prose.ShortLink(paragraph.Text, _content.IsTranslated, out string words) is { } type)
            {
                owner.Introduced.Add(new HintedAncestor(type, default, words));
            }
        }
    }

    /// <summary>
    /// A page about a resource that annotates none: its title names the type, its table has the members, and a fence of JSON
    /// shows them.
    /// </summary>
    private void AddUnannotated()
    {
        if (_content.Title is not { } title || TitledType(title) is not { } name)
            return;
        bool hasTable = _content.Blocks.Any(b => b.Block is TableBlock table && TableReader.Classify(table, b.Section, _content.IsTranslated) is TableKind.Properties or TableKind.Members);
        if (!hasTable)
            return;
        PageBlock shown = _content.Blocks.FirstOrDefault(b => b.Section.NearestKind == SectionKind.JsonRepresentation
            && b.Block is FenceBlock f && f.Content.Text.TrimStart().StartsWith("{", StringComparison.Ordinal) && _content.AnnotationOf(f) is null);
        var fence = shown.Block as FenceBlock;
        Sink.Anchor(AnchorKeys.Resource(name), title.Start, title.End);
        JsonObject? json = null;
        if (fence is not null)
        {
            (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(fence.Content.Text);
            Report(name, fence, findings);
            json = value as JsonObject;
        }

        _drafts.Add(new Draft(name, null, Section.Top, fence, json));
    }

    /// <summary>
    /// <c># driveItem resource type</c>; a title of one word, <c># book</c>, on a page without front matter; or the title's
    /// word with an inner capital where the front matter says what the page is.
    /// </summary>
    private string? TitledType(HeadingBlock title)
    {
        string text = title.Text.Plain;
        foreach (string suffix in (string[])[" resource type", " resource", " complex type", " entity type"])
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return TypeText.IsTypeName(text.Substring(0, text.Length - suffix.Length)) ? text.Substring(0, text.Length - suffix.Length) : null;
        }

        var front = _content.Blocks[0].Block as FrontMatterBlock;
        if (front is null && TypeText.IsTypeName(text))
            return text;
        bool isResource = front?["doc_type"] == "resourcePageType" || (_content.IsTranslated && front?["doc_type"] is null && _content.Blocks.All(b => b.Section.Kind != SectionKind.HttpRequest));
        return isResource ? Words(text).FirstOrDefault(word => TypeText.IsTypeName(word) && word.Skip(1).Any(char.IsUpper)) : null;
    }

    private static bool IsResource(Annotation annotation, FenceBlock fence) =>
        annotation.BlockType == "resource"
        || (annotation.BlockType is null && annotation.TypeName is not null && fence.Language.Equals("json", StringComparison.OrdinalIgnoreCase));

    private void AddResource(Annotation annotation, FenceBlock fence, Section section)
    {
        if (annotation.TypeName is not { } name || !TypeText.IsTypeName(name))
        {
            _content.Ledger.LeaveOut(annotation, Rules.ResourceWithoutName, annotation.Comment.Start, annotation.Comment.End);
            return;
        }

        (int start, int end) = annotation.PlaceOf("@odata.type", "@type");
        Sink.Anchor(AnchorKeys.Resource(name), start, end);
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(fence.Content.Text);
        Report(name, fence, findings);
        JsonObject? json = value as JsonObject ?? (value as JsonArray)?.Items.OfType<JsonObject>().FirstOrDefault();
        _drafts.Add(new Draft(name, annotation, section, fence, json));
        _content.Ledger.Read(annotation);
        if (json is null)
            return;
        foreach (JsonMember member in json.Members)
            AnchorTypes(member.Value, fence);
    }

    private void Report(string name, FenceBlock fence, IReadOnlyList<JsonFinding> findings)
    {
        JsonFinding[] telling = findings.Where(f => !f.IsHarmless).ToArray();
        if (telling.Length == 0)
            return;
        JsonFinding first = telling[0];
        bool loses = first.Fault is JsonFault.Unterminated or JsonFault.Unexpected or JsonFault.TooDeep or JsonFault.Empty or JsonFault.TrailingText;
        int start = fence.Content.ToPage(first.Start);
        int end = fence.Content.ToPage(first.End);
        if (loses)
            Sink.Report(Rules.InvalidDefinition, start, end, name, JsonFaults.Describe(first.Fault));
        else
            Sink.Report(Rules.InvalidJson, start, end, JsonFaults.Describe(first.Fault));
    }

    private void AnchorTypes(JsonValue value, FenceBlock fence)
    {
        if (value is JsonArray { Items.Count: > 0 } array)
            value = array.Items[0];
        JsonValue? named = value is JsonObject obj ? obj["@odata.type"] : value;
        if (named?.AsString is { } text && TypeText.Parse(text, out _) is { IsNamed: true } type)
            Sink.Anchor(AnchorKeys.Type(type.Name!), fence.Content.ToPage(named.Start), fence.Content.ToPage(named.End));
    }

    private void AddTable(TableBlock table, PageBlock block)
    {
        Section section = block.Section;
        switch (TableReader.Classify(table, section, _content.IsTranslated))
        {
            case TableKind.Properties or TableKind.Members when Owner(block) is { } owner:
                IReadOnlyList<MemberRow> rows = TableReader.ReadMembers(table, "properties", Sink, _content.IsTranslated);
                if (owner.Rows.Count > 0 && IsAboutAnother(rows, owner) && !rows.All(r => r.Member.Type.IsNamed))
                {
                    Sink.Report(Rules.LooseTable, table.Start, table.Start, section.Title, owner.Name);
                    break;
                }

                owner.Rows.AddRange(rows);
                owner.AddHints(rows, _content.IsTranslated);
                owner.Ancestors.AddRange(rows.Select(r => r.Member.InheritedFrom).OfType<string>());
                break;
            case TableKind.Relationships when Owner(block) is { } owner:
                IReadOnlyList<MemberRow> relationships = TableReader.ReadMembers(table, "relationships", Sink, _content.IsTranslated);
                owner.Relationships.AddRange(relationships);
                owner.AddHints(relationships, _content.IsTranslated);
                break;
            case TableKind.EnumValues:
                AddEnum(table, section);
                break;
        }
    }

    /// <summary>The resource a table belongs to: the only one, or the nearest one whose block or heading is above it.</summary>
    private Draft? Owner(PageBlock block)
    {
        if (_drafts.Count < 2)
            return _drafts.Count == 0 ? null : _drafts[0];
        // Drafts stand in the order of the page.
        int low = 0, high = _drafts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_drafts[middle].Fence!.Start < block.Place)
                low = middle + 1;
            else
                high = middle;
        }

        return _drafts[Math.Max(0, low - 1)];
    }

    /// <summary>A further table of properties none of which the resource's JSON shows describes something inside one of them.</summary>
    private static bool IsAboutAnother(IReadOnlyList<MemberRow> rows, Draft owner) =>
        owner.JsonNames.Count > 0 && rows.All(r => !r.Member.Name.StartsWith("@", StringComparison.Ordinal) && !owner.JsonNames.Contains(r.Member.Name));

    private void AddEnum(TableBlock table, Section section)
    {
        // Beside words of another language a name with an inner capital is the type's; one of small letters is in the source's bookmark.
        string name = _content.IsTranslated ? NamedIn(section.Title) ?? EnumName(section.Words) : EnumName(section.Title);
        if (name.Length == 0 && _content.Title is { } title)
            name = EnumName(title.Text.Plain);
        if (name.Length == 0 || (_content.IsTranslated && name.Any(c => c >= 128)))
            name = NamedIn(section.Title) ?? NamedIn(_content.Title?.Text.Plain ?? "") ?? "";
        if (name.Length == 0)
            return;
        IReadOnlyList<EnumMemberDefinition> members = TableReader.ReadEnumMembers(table, Sink);
        if (members.Count == 0)
        {
            Sink.Report(Rules.EmptyTable, table.Start, table.End, "values");
            return;
        }

        bool flags = section.Words.IndexOf("flags", StringComparison.OrdinalIgnoreCase) >= 0;
        _enums.Add(new EnumDefinition(name, flags, members.ToEquatableArray(), null, section.Title));
    }

    /// <summary><c>conflictBehavior values</c>, <c>status enum type</c>: the name before the words that announce values.</summary>
    private static string EnumName(string title)
    {
        foreach (string suffix in (string[])[" enumeration type", " enumeration values", " enum type", " enum values", " enumeration", " values", " enum", " members", " type", " resource type"])
        {
            if (title.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                string name = title.Substring(0, title.Length - suffix.Length).Trim('*', '`', ' ');
                return TypeText.IsTypeName(name) ? name : "";
            }
        }

        return "";
    }

    /// <summary>A title's word with an inner capital: in any language it can only be a name of the API.</summary>
    private static string? NamedIn(string title) =>
        Words(title).FirstOrDefault(w => TypeText.IsTypeName(w) && char.IsLower(w[0]) && w.Skip(1).Any(char.IsUpper));

    /// <summary>The runs of letters, digits, dots and underscores in ASCII: a name stands right beside the words of some languages.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (int start = 0, end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && text[end] < 128 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
                continue;
            if (end > start)
                yield return text.Substring(start, end - start);
            start = end + 1;
        }
    }

    private ResourceDefinition Finish(Draft draft)
    {
        var members = new List<MemberDefinition>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, JsonMember> shown = [];
        foreach (JsonMember member in draft.Json?.Members ?? [])
        {
            if (!shown.ContainsKey(member.Name))
                shown.Add(member.Name, member);
        }

        if (_content.IsTranslated)
            TranslatedMembers.Restore(draft.Name, [draft.Rows, draft.Relationships], shown.Values, Sink);
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
            MemberDefinition merged = Merge(row, member, _content.IsTranslated);
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
                Sink.Report(Rules.NotInTable, draft.Fence.Content.ToPage(member.NameStart), draft.Fence.Content.ToPage(member.NameEnd), member.Name, draft.Name);
        }

        // A key that neither table nor JSON shows is a property all the same, of a resource that has operations.
        if (_content.Methods.Length > 0 && draft.Annotation?.Text("keyProperty") is { Length: > 0 } key && TypeText.IsTypeName(key) && known.Add(key))
            members.Add(new MemberDefinition(key, DocType.String, null));
        AddPresence(draft, members);
        return ToDefinition(draft, members);
    }

    /// <summary>
    /// An author who says which members may be absent, or null, promises the others that the JSON shows. An empty list says nothing:
    /// templates have one.
    /// </summary>
    private static void AddPresence(Draft draft, List<MemberDefinition> members)
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

    /// <summary>A method of the page lists what the table gives as one: <c>printer-list-connectors</c> of <c>connectors</c>.</summary>
    private bool IsListed(MemberDefinition member) =>
        member.Type is { IsNamed: true, Rank: 0 } && Listed.TryGetValue(member.Name, out string? type) && type.Equals(member.Type.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last words of the pages on listing that the page's methods link to, with the types that they return collections of.</summary>
    private Dictionary<string, string> ReadListed()
    {
        var listed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (MethodDefinition method in _content.Methods)
        {
            string[] words = System.IO.Path.GetFileNameWithoutExtension(method.Page).Split('-', '_');
            if (method.Returns is { Rank: 1, Name: { } name } && words.Length > 2 && words[words.Length - 2].Equals("list", StringComparison.OrdinalIgnoreCase))
                listed[words[words.Length - 1]] = name;
        }

        return listed;
    }

    /// <summary>An open type without a table of properties shows what a service might send, not what it is made of.</summary>
    private static bool IsSample(Draft draft) =>
        draft.Annotation?.Flag("openType") == true && draft.Rows.Count + draft.Relationships.Count == 0
        && (draft.Json?.Members ?? []).All(m => m.Value is JsonNumber or JsonLiteral or JsonString && JsonShapes.TypeOf(m.Value, isDefinition: true) is { Rank: 0 } type
            && (m.Value is not JsonString { Value: var text } || (type.Kind == TypeKind.String && !TypeText.IsPrimitive(text))));

    /// <summary>The table wins on type and words; the JSON adds the values of an enum, and a type where the table has none.</summary>
    private static MemberDefinition Merge(MemberRow row, JsonMember? shown, bool isTranslated)
    {
        if (shown is null)
            return row.Member;
        MemberDefinition evidence = JsonShapes.Member(shown, isDefinition: true);
        if (isTranslated)
            row = row with { Member = row.Member with { Type = TranslatedMembers.Refine(row.Member.Type, evidence.Type) } };
        // A resource's JSON that names a type is nearer to the truth than a table's "String", or its "A or B".
        bool names = evidence.Type.IsNamed && (row.Member.Type is { Kind: TypeKind.String, Rank: 0 } || !row.Member.Type.Others.IsEmpty);
        MemberDefinition member = row.HasType && !names ? row.Member : row.Member with { Type = evidence.Type };
        return member.Values.IsEmpty ? member with { Values = evidence.Values } : member;
    }

    private ResourceDefinition ToDefinition(Draft draft, List<MemberDefinition> members)
    {
        Annotation? annotation = draft.Annotation;
        string? ns = annotation?.Text("namespace") ?? (annotation is null ? _content.Namespace() : null);
        bool qualified = draft.Name.IndexOf('.') > 0;
        string name = qualified || ns is null ? draft.Name : ns + "." + draft.Name;
        if (qualified && _content.Namespace() is { } stated && annotation is not null && !name.StartsWith(stated + ".", StringComparison.OrdinalIgnoreCase))
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

    private sealed class Draft(string name, Annotation? annotation, Section section, FenceBlock? fence, JsonObject? json)
    {
        public string Name { get; } = name;

        public Annotation? Annotation { get; } = annotation;

        public Section Section { get; } = section;

        public FenceBlock? Fence { get; } = fence;

        public JsonObject? Json { get; } = json;

        public HashSet<string> JsonNames { get; } = new((json?.Members ?? []).Select(m => m.Name), StringComparer.OrdinalIgnoreCase);

        public List<MemberRow> Rows { get; } = [];

        public List<MemberRow> Relationships { get; } = [];

        /// <summary>Every type that the page says this one inherits from.</summary>
        public List<string> Ancestors { get; } = [];

        public List<DocType> LinkedAncestors { get; } = [];

        public void AddAncestor(string name, RichText sentence, string page)
        {
            Ancestors.Add(name);
            LinkedAncestors.AddRange(sentence.Links.Where(l => Prose.TypeName(l.Text) == name && Prose.LinkedPage(l.Target) is not null)
                .Select(l => Prose.LinkedType(l, page)));
        }

        private readonly Dictionary<(string Words, string Type), List<string>> _hints = [];

        /// <summary>The types that several descriptions end in with a link behind the same few words.</summary>
        public IEnumerable<HintedAncestor> HintedAncestors => _hints.Where(hint => hint.Value.Count > 1)
            .Select(hint => new HintedAncestor(hint.Key.Type, hint.Value.ToEquatableArray(), hint.Key.Words))
            .Concat(Introduced)
            .OrderBy(hint => hint.Name, StringComparer.Ordinal).ThenBy(hint => hint.Words, StringComparer.Ordinal);

        /// <summary>The types that short sentences at the page's beginning end in a link to.</summary>
        public List<HintedAncestor> Introduced { get; } = [];

        public void AddHints(IEnumerable<MemberRow> rows, bool isTranslated)
        {
            foreach (MemberRow row in rows)
            {
                if (row.Member.InheritedFrom is not null || row.Description is not { } text || Prose.ShortLink(text, isTranslated, out string words) is not { } type)
                    continue;
                if (!_hints.TryGetValue((words, type), out List<string>? members))
                    _hints.Add((words, type), members = []);
                members.Add(row.Member.Name);
            }
        }
    }
}
