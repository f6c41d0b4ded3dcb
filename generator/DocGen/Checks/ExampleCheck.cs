using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Checks;

/// <summary>
/// Checks the JSON in the docs against the emitted types. Reports values that the emitted code would not accept. The
/// findings on a page depend only on the page's examples and on the types that these examples use.
/// </summary>
internal sealed class ExampleCheck
{
    private readonly Dictionary<string, object> _types;
    private readonly Dictionary<string, Dictionary<string, (Property Property, StructuredType Owner)>> _members = new(
        StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableArray<Operation>> _groups = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<Operation>>> _operations;
    private readonly Dictionary<string, ValueList> _values = new(StringComparer.Ordinal);
    private readonly ExampleCache _cache;
    private Func<string, object?> _read;
    private int _suggested;

    public ExampleCheck(IReadOnlyCollection<ApiFile> files, ExampleCache? cache = null)
    {
        _cache = cache ?? new ExampleCache();
        _read = Find;
        _types = new Dictionary<string, object>(files.Sum(file => file.Types.Count + file.Enums.Count),
            StringComparer.Ordinal);
        foreach (ApiFile file in files)
        {
            foreach (StructuredType type in file.Types)
                _types[type.Name] = type;
            foreach (EnumType type in file.Enums)
                _types[type.Name] = type;
            if (file.Operations is { } group)
                _groups[group.ClassName] = group.Operations;
        }

        _operations = new Lazy<Dictionary<string, List<Operation>>>(
            () => ByPage(_groups.Values.SelectMany(group => group)));
    }

    private static Dictionary<string, List<Operation>> ByPage(IEnumerable<Operation> operations)
    {
        var pages = new Dictionary<string, List<Operation>>(StringComparer.Ordinal);
        foreach (Operation operation in operations)
        {
            foreach (DocOrigin origin in operation.Docs.Origins)
            {
                if (!pages.TryGetValue(origin.Page, out List<Operation>? known))
                    pages.Add(origin.Page, known = []);
                if (known.Count == 0 || !ReferenceEquals(known[known.Count - 1], operation))
                    known.Add(operation);
            }
        }

        return pages;
    }

    /// <summary>Returns the findings about a page's examples.</summary>
    public EquatableArray<Finding> FindingsOn(ParsedPage page)
    {
        // Two snapshots of a project may share the linked sets.
        lock (_types)
        {
            var input = new ExamplePageInput(page,
                _operations.Value.TryGetValue(page.Model.Path, out List<Operation>? operations) ? operations : []);
            return page.Examples.IsEmpty
                ? default
                : _cache.Findings.Get(page.Model.Path, input, Find, (examples, read) =>
            {
                _read = read;
                EquatableArray<Finding> found = CheckAll(examples.Page).ToEquatableArray();
                _read = Find;
                return found;
            });
        }
    }

    /// <summary>Returns the emitted type with the name, or null.</summary>
    private object? Find(string name) => _types.TryGetValue(name, out object? type) ? type : null;

    private StructuredType? TypeOf(string name) => _read(name) as StructuredType;

    private EnumType? EnumOf(string name) => _read(name) as EnumType;

    private List<Finding> CheckAll(ParsedPage page)
    {
        List<Finding> findings = [];
        _suggested = 0;
        foreach (Example example in page.Examples)
        {
            if (OperationOf(page.Model, example) is not { } operation)
                continue;
            var check = new Walk(this, example, example.Values, findings);
            if (example.Kind == ExampleKind.Request)
                check.Request(operation.Body);
            else
                check.Response(operation.Response, example.Kind);
            check.Finish();
        }

        if (findings.Count > 0)
        {
            // Placeholder text from a page template has no type, and another rule reports it.
            var filler = new HashSet<SourceSpan>(
                page.Findings.Where(f => f.RuleId == Rules.FillerValue.Id).Select(f => f.Span));
            findings.RemoveAll(f => filler.Contains(f.Span));
        }

        return findings;
    }

    /// <summary>
    /// Finds the operation of an example: the only operation with the same verb, or the operation that has the first
    /// URL of the page's definition. If the definition was split by type, finds the operation whose URLs end like the
    /// URL of the example.
    /// </summary>
    public Operation? OperationOf(PageModel page, Example example)
    {
        OperationDefinition definition = page.Operations[example.Operation];
        if (definition.Urls.IsEmpty || !_operations.Value.TryGetValue(page.Path, out List<Operation>? all))
            return null;
        List<Operation> sameVerb = all.FindAll(o => o.HttpMethod == definition.HttpMethod);
        if (sameVerb.Count > 1 && definition.IsVaried && example.Path is { } path)
        {
            return sameVerb.Find(o => o.Urls.Any(u => u.Path.Addresses(path)))
                ?? sameVerb.Find(o => o.Urls
                    .Any(u => u.Path.Segments.Count > 0 && u.Path.LastName == path.LastName
                        && u.Path.Last!.EndsInPlaceholder == path.Last?.EndsInPlaceholder));
        }

        return sameVerb.Count == 1
            ? sameVerb[0]
            : sameVerb.Find(o => o.Urls.Any(u => u.Path.Addresses(definition.Urls[0].Path)));
    }

    /// <summary>
    /// Returns the members of a type and its bases, by name. If several types have a member with the same name, the
    /// most derived one is returned.
    /// </summary>
    private Dictionary<string, (Property Property, StructuredType Owner)> MembersOf(StructuredType type)
    {
        // Read every base type, so that the cache records it even if the members are already known.
        for (StructuredType? next = type; next?.Base is { } above;)
            next = TypeOf(above);
        if (_members.TryGetValue(type.Name, out Dictionary<string, (Property, StructuredType)>? members))
            return members;
        members = new Dictionary<string, (Property, StructuredType)>(StringComparer.Ordinal);
        for (StructuredType? next = type; next is not null; next = next.Base is { } name
            && _types.TryGetValue(name, out object? above) ? above as StructuredType : null)
        {
            foreach (Property property in next.Properties)
            {
                if (!members.ContainsKey(property.JsonName))
                    members.Add(property.JsonName, (property, next));
            }
        }

        _members.Add(type.Name, members);
        return members;
    }

    private ValueList ValuesOf(EnumType type)
    {
        if (!_values.TryGetValue(type.Name, out ValueList? values))
            _values.Add(type.Name, values = new ValueList(type));
        return values;
    }

    /// <summary>Suggests an enum value, but only for the first findings of a page.</summary>
    private string SuggestionFor(string word, EnumType type) =>
        ++_suggested <= Limits.Suggestions ? Suggestion.For(word, ValuesOf(type).Words) : "";

    /// <summary>The values of an enum, for lookups and suggestions.</summary>
    private sealed class ValueList(EnumType type)
    {
        private readonly HashSet<string> _values = new(type.Members.Select(m => m.Value),
            StringComparer.OrdinalIgnoreCase);

        public WordList Words { get; } = new(type.Members.Select(m => m.Value));

        public bool Contains(string word) => _values.Contains(word);
    }

    /// <summary>Walks through one example and the types of its values.</summary>
    private sealed class Walk(ExampleCheck fit, Example example, EquatableArray<ExampleValue> values,
        List<Finding> findings)
    {
        private HashSet<(string, string)>? _reported;
        private Dictionary<string, (int Place, StructuredType Type, List<string> Names)>? _unknown;
        private string _message = "the response";

        public void Request(RequestBody? request)
        {
            _message = "the request";
            if (request is RequestBody.Reference reference)
                ReportMissing([reference.Member.JsonName]);
            if (request?.JsonObject is not { } body)
                return;
            if (body.Members.IsEmpty)
            {
                Value(0, body.Resource!.Type, 0, null);
                return;
            }

            Dictionary<string, BodyMember> own = [];
            foreach (BodyMember member in body.Members)
                own[member.JsonName] = member;
            ReportMissing(body.Members.Where(m => m is { IsRequired: true, Constant: null }).Select(m => m.JsonName));
            if (values[0].Kind != ExampleValueKind.Object)
                Report(0, new TypeRef(TypeKind.JsonObject), 0, null);
            else
                Members(0, body.Resource is { } resource ? fit.TypeOf(resource.Type.Name ?? "") : null, own);
        }

        public void Response(ResponseShape shape, ExampleKind kind)
        {
            if (kind == ExampleKind.Uploaded)
            {
                if (shape is ResponseShape.UploadSession { Uploaded: { } uploaded })
                    Value(0, uploaded, 0, null);
            }
            else if (shape is ResponseShape.Collection collection)
            {
                Page(collection.Element.ToCollection(), collection.Property ?? "value");
            }
            else if (shape.ValueType is { } value)
            {
                int place = shape is ResponseShape.Value { IsWrapped: true }
                    or ResponseShape.LongRunning { IsWrapped: true } or ResponseShape.UploadSession ? LoneValue() : 0;
                Value(place, value, place, null);
            }
        }

        /// <summary>
        /// Checks a page of items with its links (OData JSON Format 4.01, section 12), or an array without an object
        /// around it.
        /// </summary>
        private void Page(TypeRef items, string property)
        {
            if (values[0].Kind != ExampleValueKind.Object)
            {
                Value(0, items, 0, null);
                return;
            }

            foreach (int place in Held(0))
            {
                TypeRef? type = values[place].Name switch
                {
                    { } name when name == property => items,
                    "@odata.nextLink" or "@nextLink" or "@odata.deltaLink" or "@deltaLink" => TypeRef.String,
                    "@odata.count" or "@count" => new TypeRef(TypeKind.Int64),
                    _ => null,
                };
                if (type is { } known)
                    Value(place, known, place, null);
            }
        }

        /// <summary>
        /// Returns the index of <c>value</c> if the object has no other members except annotations; else the index of
        /// the object.
        /// </summary>
        private int LoneValue()
        {
            int value = 0;
            if (values[0].Kind != ExampleValueKind.Object)
                return 0;
            foreach (int place in Held(0))
            {
                if (values[place].Name == "value")
                    value = place;
                else if (!values[place].Name!.StartsWith("@", StringComparison.Ordinal))
                    return 0;
            }

            return value;
        }

        /// <param name="named">The index of the value, or of the array that contains it.</param>
        /// <param name="owner">The type that declares the member, or null for a member of the request or response
        /// itself.</param>
        private void Value(int place, TypeRef type, int named, StructuredType? owner)
        {
            ExampleValue value = values[place];
            if (type.IsCollection)
            {
                if (value.Kind == ExampleValueKind.Array)
                    Items(place, type.Element, named, owner);
                else if (value.Kind != ExampleValueKind.Null)
                    Report(place, type, named, owner);
            }
            else if (value.Kind != ExampleValueKind.Null && !value.Forms.Contains(type.Kind))
            {
                Report(place, type, named, owner);
            }
            else if (type.Kind == TypeKind.Enum && value.Word is { } word)
            {
                Listed(place, word, type.Name!);
            }
            else if (type.Kind == TypeKind.Resource && value.Kind == ExampleValueKind.Object
                && fit.TypeOf(type.Name!) is { } structured)
            {
                Members(place, ShownType(place, structured), null);
            }
        }

        private void Items(int place, TypeRef item, int named, StructuredType? owner)
        {
            bool takesNull = item.IsCollection
                || item.Kind is TypeKind.String
                    or TypeKind.Binary or TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource;
            foreach (int at in Held(place))
            {
                if (values[at].Kind == ExampleValueKind.Null && !takesNull)
                    Report(at, item, named, owner);
                else
                    Value(at, item, named, owner);
            }
        }

        /// <param name="own">The members of the request class, which are in the same object as the members of the
        /// type.</param>
        private void Members(int place, StructuredType? type, Dictionary<string, BodyMember>? own)
        {
            Dictionary<string, (Property Property, StructuredType Owner)>? members = type is null
                ? null
                : fit.MembersOf(type);
            foreach (int at in Held(place))
            {
                string name = values[at].Name!;
                if (own is not null && own.TryGetValue(name, out BodyMember? member))
                    Value(at, member.Type, at, null);
                else if (members is not null
                    && members.TryGetValue(name, out (Property Property, StructuredType Owner) found))
                    Member(at, found.Property, found.Owner);
                else if (type is not null && IsClosed(type) && JsonShapes.IsName(name) && name.IndexOf('@') < 0)
                    AddUnknown(at, name, type);
            }

            if (example.IsWhole && members is not null)
                ReportAbsent(place, type!, members);
        }

        /// <summary>
        /// Reports guaranteed members that are missing in an object. Only the first such object of each type is
        /// reported.
        /// </summary>
        private void ReportAbsent(int place, StructuredType type,
            Dictionary<string, (Property Property, StructuredType Owner)> members)
        {
            string[] promised = [.. members.Values.Where(m => (m.Property.Presence & MemberPresence.Always) != 0)
                .Select(m => m.Property.JsonName)];
            if (promised.Length == 0)
                return;
            var shown = new HashSet<string>(Held(place).Select(at => values[at].Name!), StringComparer.Ordinal);
            string[] missing = [.. promised.Where(name => !shown.Contains(name) && !example.Optional.Contains(name))
                .OrderBy(name => name, StringComparer.Ordinal)];
            if (missing.Length > 0 && (_reported ??= []).Add(("", type.Name)))
                Add(Rules.MissingMember, place, string.Join(", ", missing) + " of '" + Shown(type) + "'");
        }

        /// <summary>
        /// Checks a member. A stream member has a separate URL, but an example may also have it in the JSON.
        /// </summary>
        private void Member(int place, Property property, StructuredType owner)
        {
            if (values[place].Kind == ExampleValueKind.Null && (property.Presence & MemberPresence.NotNull) != 0)
                Report(place, property.Type, place, owner);
            else if (property.Type.Kind != TypeKind.Stream)
                Value(place, property.Type, place, owner);
        }

        /// <summary>
        /// Whether the docs list all possible members of the type. This requires that the type is not open and has no
        /// derived types.
        /// </summary>
        private static bool IsClosed(StructuredType type) =>
            type is
            {
                IsOpen: false, IsPlaceholder: false, ODataName: not null, Properties.IsEmpty: false,
                Derived.IsEmpty: true
            };

        /// <summary>Collects the undocumented members of a type, so that one finding reports all of them.</summary>
        private void AddUnknown(int place, string name, StructuredType type)
        {
            _unknown ??= new(StringComparer.Ordinal);
            if (!_unknown.TryGetValue(type.Name, out (int Place, StructuredType Type, List<string> Names) known))
                _unknown.Add(type.Name, known = (place, type, []));
            if (known.Names.Count < Limits.UnknownMembers && !known.Names.Contains(name))
                known.Names.Add(name);
        }

        /// <summary>Reports the collected members.</summary>
        public void Finish()
        {
            if (_unknown is null)
                return;
            foreach ((int place, StructuredType type, List<string> names) in _unknown.Values)
                Add(Rules.UndocumentedMember, place, Shown(type), string.Join(", ", names));
        }

        private void ReportMissing(IEnumerable<string> required)
        {
            if (values[0].Kind != ExampleValueKind.Object)
                return;
            var shown = new HashSet<string>(Held(0).Select(at => values[at].Name!), StringComparer.Ordinal);
            string[] missing = [.. required.Where(name => !shown.Contains(name))];
            if (missing.Length > 0)
                Add(Rules.MissingMember, 0, string.Join(", ", missing));
        }

        /// <summary>Reports a value that is not in the enum. Case is ignored, because services ignore it.</summary>
        private void Listed(int place, string word, string name)
        {
            if (fit.EnumOf(name) is not { Members.IsEmpty: false } type || fit.ValuesOf(type).Contains(word))
                return;
            string shown = type.ODataName is { } odata ? odata.Substring(odata.LastIndexOf('.') + 1) : type.Name;
            if ((_reported ??= []).Add((word, shown)))
                Add(Rules.UnlistedValue, place, word, shown, fit.SuggestionFor(word, type));
        }

        private void Add(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, int place, params string[] arguments) =>
            findings.Add(new Finding(rule.Id, values[place].Span,
                arguments.Select(FindingSink.Shown).ToEquatableArray()));

        /// <summary>
        /// Returns the class that the object's type annotation selects (OData JSON Format 4.01, section 4.6.3), else
        /// the declared class.
        /// </summary>
        private StructuredType ShownType(int place, StructuredType declared)
        {
            if (declared.Derived.IsEmpty)
                return declared;
            foreach (int at in Held(place))
            {
                if (values[at].ODataType is not { } name)
                    continue;
                name = name.Substring(name.LastIndexOf('#') + 1);
                return declared.Derived.Where(d => d.ODataName == name).Select(d => fit.TypeOf(d.Name))
                    .FirstOrDefault() ?? declared;
            }

            return declared;
        }

        /// <summary>Returns the indexes of the values directly inside an array or object.</summary>
        private IEnumerable<int> Held(int place)
        {
            for (int at = place + 1; at < values[place].End; at = values[at].End)
                yield return at;
        }

        /// <summary>
        /// Reports a value of the wrong type. Each member is reported once, because the items of a list repeat a
        /// mistake.
        /// </summary>
        private void Report(int place, TypeRef type, int named, StructuredType? owner)
        {
            string what = values[named].Name is { } name ? "'" + name + "'" : "the body";
            what = place == named ? char.ToUpperInvariant(what[0]) + what.Substring(1) : "An item of " + what;
            string says = owner is null ? _message : "'" + Shown(owner) + "'";
            if (!(_reported ??= []).Add((what, says)))
                return;
            string found = values[place] switch
            {
                { Kind: ExampleValueKind.Object } => "an object",
                { Kind: ExampleValueKind.Array } => "an array",
                { Kind: ExampleValueKind.Null } => "null",
                { Kind: ExampleValueKind.Boolean } => "a Boolean",
                { Kind: ExampleValueKind.Number } =>
                    IsNumber(type) ? "a number out of range or with a fraction" : "a number",
                _ => IsText(type) ? "a string in another format" : "a string",
            };
            Add(Rules.ExampleDoesNotFit, place, what, found, type.ToString(), says);
        }

        private static bool IsNumber(TypeRef type) =>
            !type.IsCollection && type.Kind is >= TypeKind.Byte and <= TypeKind.Decimal;

        private static bool IsText(TypeRef type) =>
            !type.IsCollection && type.Kind is >= TypeKind.Guid and <= TypeKind.Binary;

        private static string Shown(StructuredType type) =>
            type.ODataName is { } name ? name.Substring(name.LastIndexOf('.') + 1) : type.Name;
    }
}
