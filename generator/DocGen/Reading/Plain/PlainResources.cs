using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Builds the types of plain docs from their responses: one type for each resource, not for each response. Responses
/// about the same collection share one type with the members of all of them.
/// </summary>
internal sealed class PlainResources
{
    private readonly PageContent _content;
    private readonly Dictionary<string, EquatableArray<MemberDefinition>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>The names of list items that come from a URL whose last word is not a collection.</summary>
    private readonly HashSet<string> _mayBeOther = new(StringComparer.Ordinal);

    private PlainResources(PageContent content) => _content = content;

    /// <summary>Sets the response of each operation.</summary>
    /// <returns>The resources that the responses show.</returns>
    public static EquatableArray<ResourceDefinition> Read(PageContent content, IReadOnlyList<PlainOperation> operations)
    {
        var reader = new PlainResources(content);
        // Read GET responses first, because they show a resource best. Other methods may return a short message.
        foreach (PlainOperation operation in operations.OrderBy(o => o.Method == "GET" ? o.Tail.Count == 0 ? 0 : 1 : 2))
            reader.ReadAnswers(operation);
        reader.AddDescribed(operations);
        var types = new MemberTypesByName(operations.Select(o => o.Facts));
        foreach (string name in reader._order)
            reader._members[name] = types.Fill(reader._members[name]);
        reader.ReadSame(operations);
        foreach (PlainOperation operation in operations.Where(o => o.Facts.MonitorHeaders.Count > 0))
            operation.Job = reader.JobOf(operation);
        return reader._order.Select(name => reader.ToDefinition(name, operations)).ToEquatableArray();
    }

    private void ReadAnswers(PlainOperation operation)
    {
        ShownJson? first = null;
        foreach (ShownJson shown in operation.Facts.Answers)
        {
            if (first is not null && IsUnlike(first, shown))
            {
                _content.Sink.Report(Rules.OtherStatusShape, shown.Start, shown.Start + 1, Shown(first.Status),
                    "one object", Shown(shown.Status), "a different object");
                continue;
            }

            first ??= shown;
            PlainAnswer answer = ReadAnswer(operation, shown);
            if (operation.Answer is null)
                operation.Answer = answer;
            else if (operation.Answer.IsCollection != answer.IsCollection || operation.Answer.Property !=
                answer.Property)
                _content.Sink.Report(Rules.OtherShape, shown.Start, shown.Start + 1, Noun(answer),
                    Noun(operation.Answer));
            else if (operation.Answer.Type != answer.Type)
                operation.Answer = operation.Answer with
                {
                    Type =
                    PlainShapes.Join(operation.Answer.Type, answer.Type)
                };
        }
    }

    private static string Shown(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether two responses have different statuses, and have fewer than half of the smaller response's members in
    /// common.
    /// </summary>
    private static bool IsUnlike(ShownJson first, ShownJson other)
    {
        if (first.Status == 0 || other.Status == 0 || first.Status == other.Status || first.Value is not JsonObject one
            || other.Value is not JsonObject two)
            return false;
        var known = new HashSet<string>(one.Members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        return !Thresholds.RelatedMembers.IsReached(two.Members.Count(m => known.Contains(m.Name)),
            Math.Min(one.Members.Count, two.Members.Count));
    }

    private static string Noun(PlainAnswer answer) => answer.IsCollection ? "a list" : "an object";

    private PlainAnswer ReadAnswer(PlainOperation operation, ShownJson shown)
    {
        PlainFacts facts = operation.Facts;
        Paging? header = facts.NextLink is null ? null
            : new Paging(PagingKind.LinkHeader, null, null);
        if (shown.Value is JsonArray array)
        {
            DocType list = PlainShapes.TypeOf(array);
            return new PlainAnswer(Name(operation, list with { Rank = list.Rank - 1 }, isList: true),
                IsCollection: true, null,
                header ?? Counted(operation, shown));
        }

        var answer = (JsonObject)shown.Value;
        bool isOne = operation.EndsInKey && operation.Tail.Count == 0;
        if (!isOne && operation.Method is "GET" or "POST" && Envelopes.ListIn(answer, operation.Resource,
            operation.Tail) is { } member)
        {
            DocType items = PlainShapes.TypeOf(member.Value);
            var next = Envelopes.Next(answer, [.. facts.QueryParameters.Concat(facts.Parameters).Select(m => m.Name)]);
            if (next is { Paging.IsFollowed: false } found)
                Report(found.Member, shown, found.Paging);
            return new PlainAnswer(Name(operation, items with { Rank = items.Rank - 1 }, isList: true),
                IsCollection: true,
                member.Name, next?.Paging ?? header ?? Counted(operation, shown));
        }

        if (Envelopes.OneIn(answer, operation.Resource) is { } one)
        {
            DocType inner = Name(operation, PlainShapes.TypeOf(one.Value));
            EquatableArray<MemberDefinition> members = PlainShapes.Members(answer)
                .Select(m => m.Name == one.Name ? m with { Type = inner } : m).ToEquatableArray();
            return new PlainAnswer(DocType.Of(new Shape(members)), IsCollection: false);
        }

        return new PlainAnswer(Name(operation, PlainShapes.TypeOf(answer)), IsCollection: false);
    }

    /// <summary>
    /// Returns the paging by a query option that counts pages or items. Reports an option that may or may not count.
    /// </summary>
    private Paging? Counted(PlainOperation operation, ShownJson shown)
    {
        PlainFacts facts = operation.Facts;
        IEnumerable<PlainMember> inUrls = operation.Routes.Concat(operation.Examples).SelectMany(r => r.Url.Query)
            .Select(q => new PlainMember(new MemberDefinition(q.Key, DocType.String, null), HasType: false, 0, 0));
        PlainMember[] options = [.. facts.QueryParameters,
            .. operation.Method == "GET" ? facts.Parameters.Concat(facts.BodyMembers) : [], .. inUrls];
        (Paging? paging, PlainMember? unclear) = PageParameters.Of(shown.Value, options);
        if (unclear is not null)
            _content.Sink.Report(Rules.UncountedPages, operation.First.Use.Start, operation.First.Use.End,
                unclear.Name, "seems to select a page, but the docs do not say how pages are counted",
                "the page size, or show the total in the response");
        else if (paging is null && PageParameters.SignOfPages(shown.Value) is { } sign)
            _content.Sink.Report(Rules.UncountedPages, shown.Fence.Content.ToPage(shown.Offset + sign.NameStart),
                shown.Fence.Content.ToPage(shown.Offset + sign.NameEnd), sign.Name,
                "shows that the list has pages, but no documented query option selects one", "the page");
        return paging;
    }

    private void Report(JsonMember member, ShownJson shown, Paging paging) => _content.Sink.Report(
        Rules.NextPage, shown.Fence.Content.ToPage(shown.Offset + member.NameStart),
            shown.Fence.Content.ToPage(shown.Offset + member.NameEnd), "'" + paging.Path + "'");

    /// <summary>
    /// Returns the resource in a response, or a type without a name if the response contains no resource.
    /// </summary>
    /// <param name="operation">The operation that returns it.</param>
    /// <param name="shown">The shape of the response or item.</param>
    /// <param name="isList">
    /// Whether the shape belongs to a list's items. If the URL does not end in a plural, only their members identify
    /// them.
    /// </param>
    private DocType Name(PlainOperation operation, DocType shown, bool isList = false)
    {
        if (shown.Shape is not { Members.IsEmpty: false } shape || shown.Rank > 0)
            return shown;
        string own = OwnName(operation);
        bool isResource = operation.Tail.Count == 0 || IsCollection(operation.Tail[operation.Tail.Count - 1]);
        bool isFree = !_members.ContainsKey(own) || IsRelated(shape, own);
        string? name = isResource && isFree ? own
            : _order.Find(known => known == operation.Resource && IsLike(shape, known))
                ?? _order.Find(known => IsLike(shape, known))
            ?? (operation.Method is "GET" or "PUT" or "PATCH" && isFree ? own : null);
        if (name is null)
            return shown;
        if (isList && !isResource && name == own)
            _mayBeOther.Add(name);
        if (!_members.TryGetValue(name, out EquatableArray<MemberDefinition> members))
            _order.Add(name);
        _members[name] = members.IsEmpty ? shape.Members : PlainShapes.Join(members, shape.Members);
        if (!_names.TryGetValue(name, out HashSet<string>? names))
            _names.Add(name, names = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        names.UnionWith(shape.Members.Select(m => m.Name));
        return DocType.Named(name);
    }

    /// <summary>Returns the name of the resource that an operation's URL addresses.</summary>
    private static string OwnName(PlainOperation operation)
    {
        string own = operation.Resource + string.Concat(operation.Tail.Select(t => Naming.Identifiers.Pascal(t)));
        own = operation.Tail.Count > 0 ? Naming.Inflection.Singular(own) : own;
        // "Search" is an action and not a resource.
        return operation.Name.Number == GroupNumber.One
            && own.Equals(ApiVerbs.Of(own), StringComparison.OrdinalIgnoreCase)
            ? own + "Result" : own;
    }

    private static bool IsCollection(string word) => Naming.Inflection.Singular(word) != word;

    /// <summary>
    /// Whether the object shares enough members with the resource: at least half of the members of the smaller one.
    /// </summary>
    private bool IsRelated(Shape shape, string name)
    {
        HashSet<string> known = _names[name];
        return Thresholds.RelatedMembers.IsReached(shape.Members.Count(m => known.Contains(m.Name)),
            Math.Min(shape.Members.Count, known.Count));
    }

    /// <summary>Whether at least three quarters of the members belong to the resource.</summary>
    private bool IsLike(Shape shape, string name)
    {
        HashSet<string> known = _names[name];
        return shape.Members.Count >= Math.Min(Thresholds.PlainMembers, known.Count)
            && Thresholds.LikeMembers.IsReached(
                shape.Members.Count(m => known.Contains(m.Name)), shape.Members.Count);
    }

    /// <summary>
    /// Adds the members of responses that tables and lists describe to the resources of the responses.
    /// </summary>
    private void AddDescribed(IReadOnlyList<PlainOperation> operations)
    {
        foreach (PlainOperation operation in operations)
        {
            PlainFacts facts = operation.Facts;
            if (facts.AnswerMembers.Count == 0)
                continue;
            EquatableArray<MemberDefinition> described = facts.AnswerMembers
                .Where(m => m.Name.IndexOf('.') < 0 && m.Name.IndexOf('[') < 0)
                .Select(m => m.Member with { IsRequired = false })
                    .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.First()).ToEquatableArray();
            if (operation.Answer is null && !described.IsEmpty)
                operation.Answer = new PlainAnswer(Name(operation, DocType.Of(new Shape(described))),
                    IsCollection: false);
            else if (operation.Answer?.Type is { IsNamed: true, Name: { } name }
                && _members.TryGetValue(name, out EquatableArray<MemberDefinition> members))
            {
                ReportTypes(facts, members);
                _members[name] = Describe(members, described, facts);
            }
        }
    }

    /// <summary>Reports each row with a type that the example contradicts. The type of the example is used.</summary>
    private void ReportTypes(PlainFacts facts, EquatableArray<MemberDefinition> members)
    {
        foreach (PlainMember row in facts.AnswerMembers.Where(m => m.HasType))
        {
            MemberDefinition? member = members.FirstOrDefault(
                m => m.Name.Equals(row.Name, StringComparison.OrdinalIgnoreCase) && m.Type.Shape is null);
            DocType said = row.Member.Type;
            if (member is not null && said.Rank == member.Type.Rank && said.Kind is not TypeKind.JsonObject
                && IsText(member.Type, said))
                _content.Sink.Report(Rules.UnclearType, row.Start, row.End, said.Kind.ToString(), member.Name,
                    member.Type.Kind + ", which the example shows,");
        }
    }

    /// <summary>
    /// Adds descriptions to members. A type in the description takes precedence over the type in an example. Members
    /// that are in no example are added if the description is about the same object, which may be nested in the
    /// response.
    /// </summary>
    private static EquatableArray<MemberDefinition> Describe(
        EquatableArray<MemberDefinition> members, EquatableArray<MemberDefinition> described, PlainFacts facts,
            int depth = 0)
    {
        if (depth == 0 && !AreSame(members, described) && members
            .Any(m => m.Type.Shape is { } inside && AreSame(inside.Members, described)))
        {
            return members.Select(m => m.Type.Shape is { } inside && AreSame(inside.Members, described)
                ? m with
                {
                    Type = m.Type with
                    {
                        Shape = new Shape(
                    Describe(inside.Members, described, facts, depth + 1))
                    }
                } : m).ToEquatableArray();
        }

        Dictionary<string, MemberDefinition> words = described.ToDictionary(m => m.Name,
            StringComparer.OrdinalIgnoreCase);
        var typed = new HashSet<string>(facts.AnswerMembers.Where(m => m.HasType).Select(m => m.Name),
            StringComparer.OrdinalIgnoreCase);
        var known = new HashSet<string>(members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        return members.Select(m => !words.TryGetValue(m.Name, out MemberDefinition? said) ? m : m with
        {
            Summary = m.Summary ?? said.Summary,
            Type = typed.Contains(m.Name) && m.Type.Shape is null
                && said.Type.Kind is not (TypeKind.Json or TypeKind.JsonObject) && said.Type.Rank == m.Type.Rank
                && !IsText(m.Type, said.Type)
                ? said.Type : m.Type,
            Values = m.Type == DocType.String ? said.Values : default,
        }).Concat(AreSame(members, described) ? described.Where(m => !known.Contains(m.Name)) : []).ToEquatableArray();
    }

    /// <summary>
    /// Whether the described members describe the object: at least half of them belong to it, and at least two do,
    /// unless only one is described.
    /// </summary>
    private static bool AreSame(EquatableArray<MemberDefinition> members, EquatableArray<MemberDefinition> described)
    {
        var known = new HashSet<string>(members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        int same = described.Count(m => known.Contains(m.Name));
        return Thresholds.DescribedObject.IsReached(same, described.Count) && (same > 1 || described.Count == 1);
    }

    /// <summary>
    /// Whether only the example or only the table has a text. The example then shows what the service really returns.
    /// </summary>
    private static bool IsText(DocType shown, DocType said) => shown.Kind is TypeKind.String !=
        (said.Kind is TypeKind.String) && shown.Kind != TypeKind.Json;

    /// <summary>
    /// Sets responses that the page shows elsewhere: the response of a linked heading, or of the resource that the text
    /// mentions.
    /// </summary>
    private void ReadSame(IReadOnlyList<PlainOperation> operations)
    {
        foreach (PlainOperation operation in operations.Where(o => o.Answer is null))
        {
            PlainFacts facts = operation.Facts;
            PlainOperation? same = facts.SameAnswerAs is { } link ? operations
                .FirstOrDefault(o => o.IsSole && Bookmark(o.Scope.Root.Title) == Bookmark(link)) : null;
            string own = OwnName(operation);
            bool hasResource = _members.ContainsKey(own) && (operation.Tail.Count == 0 || operation.Method == "GET");
            bool isAnswered = facts.Statuses.Contains(200) || facts.Statuses.Contains(201);
            string words = facts.Returns?.ToPlainText() ?? "";
            bool isSpoken = same is not null || words.IndexOf("representation", StringComparison.OrdinalIgnoreCase) >= 0
                || words.IndexOf(" object", StringComparison.OrdinalIgnoreCase) >= 0
                || words.IndexOf("the created", StringComparison.OrdinalIgnoreCase) >= 0
                    || words.IndexOf("the updated", StringComparison.OrdinalIgnoreCase) >= 0;
            bool isOwn = operation.Method is "POST" or "PUT" or "PATCH" && hasResource && isAnswered && isSpoken;
            string? said = operation.Method is "GET" || !facts.MayAnswer || facts.ContentType is not null ? null
                : facts.Said.Select(phrase => phrase.ResourceIn(_order, operation.Resource))
                    .FirstOrDefault(name => name is not null);
            if (operation.Method == "GET" && facts.ContentType is null && hasResource)
                operation.Answer = new PlainAnswer(DocType.Named(own),
                    IsCollection: operation.Name.Method.StartsWith("List", StringComparison.Ordinal));
            else if (operation.Method != "DELETE" && same?.Answer is { } answer
                && (operation.Method == "GET" || isAnswered))
                operation.Answer = answer;
            else if (said is not null && !(isOwn && own.StartsWith(said, StringComparison.Ordinal)))
                operation.Answer = new PlainAnswer(DocType.Named(said), IsCollection: false);
            else if (isOwn)
                operation.Answer = new PlainAnswer(DocType.Named(own), IsCollection: false);
        }
    }

    /// <summary>Returns the operation's resource if it has a status, because it then represents a job.</summary>
    private DocType? JobOf(PlainOperation operation) =>
        _names.TryGetValue(operation.Resource, out HashSet<string>? members)
            && (members.Contains("status") || members.Contains("state"))
            ? DocType.Named(operation.Resource) : null;

    private static string Bookmark(string text) => new(
        [.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private ResourceDefinition ToDefinition(string name, IReadOnlyList<PlainOperation> operations)
    {
        PlainOperation first = operations.First(o => o.Answer is not null);
        _content.Sink.Anchor(AnchorKeys.Resource(name), first.First.Start, first.First.Start + 1);
        return new ResourceDefinition(
            name, default, null, default, IsAbstract: false, IsOpen: false, _members[name], null, null, null,
                IsShown: true, MayBeOther: _mayBeOther.Contains(name));
    }
}
