using System.Text.RegularExpressions;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The operations that a project selects, by patterns for their names (<c>DriveItems.*</c>) or pages
/// (<c>api/drive*.md</c>), and the types that these operations use directly or indirectly.
/// </summary>
internal sealed class Selection : IEquatable<Selection>
{
    private readonly Regex[] _include;
    private readonly Regex[] _exclude;

    private readonly string _patterns;

    private Selection(string patterns, Regex[] include, Regex[] exclude)
    {
        _patterns = patterns;
        _include = include;
        _exclude = exclude;
    }

    /// <summary>
    /// Parses lists of patterns separated by <c>|</c>. Returns null if both lists are empty, which selects everything.
    /// </summary>
    public static Selection? Of(string include, string exclude) =>
        include.Length + exclude.Length == 0
            ? null
            : new Selection(include + "\n" + exclude, Patterns(include), Patterns(exclude));

    /// <summary>
    /// Returns the files with only the selected operations and the types that they use. Empty files are left out.
    /// </summary>
    public IReadOnlyDictionary<string, EquatableArray<ApiFile>> Apply(
        IReadOnlyDictionary<string, EquatableArray<ApiFile>> filesByPage, LinkCache cache)
    {
        ApiFile[] files = [.. filesByPage.Values.SelectMany(all => all)];
        var reach = new Reach(files, cache);
        foreach (Operation operation in files.Where(file => file.Operations is not null)
            .SelectMany(file => cache.Selected.Get(file.Operations!.ClassName, (file.Operations, this)).Operations))
            reach.Add(operation);

        var left = new Dictionary<string, EquatableArray<ApiFile>>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, EquatableArray<ApiFile>> page in filesByPage)
        {
            ApiFile[] kept = [.. page.Value.Select(file => Of(file, reach, cache))
                .Where(file => file.Operations is not null || file.Types.Count + file.Enums.Count > 0)];
            if (kept.Length > 0)
                left.Add(page.Key, kept.ToEquatableArray());
        }

        return left;
    }

    private ApiFile Of(ApiFile file, Reach reach, LinkCache cache) => file with
    {
        Types = file.Types.Where(type => reach.Has(type.Name)).Select(reach.Trim).ToEquatableArray(),
        Enums = file.Enums.Where(type => reach.Has(type.Name)).ToEquatableArray(),
        Operations = file.Operations is { } group
            && cache.Selected.Get(group.ClassName, (group, this)) is { Operations.IsEmpty: false } selected
            ? selected
            : null,
    };

    /// <summary>
    /// Returns the group with only the selected operations. Callers cache the result, because matching every pattern
    /// with every name and page is the most expensive step.
    /// </summary>
    public OperationGroup Of(OperationGroup group)
    {
        EquatableArray<Operation> wanted = Wanted(group).ToEquatableArray();
        return wanted.Count == group.Operations.Count ? group : group with { Operations = wanted };
    }

    /// <summary>Whether the other selection has the same patterns.</summary>
    public bool Equals(Selection? other) => other is not null && _patterns == other._patterns;

    public override bool Equals(object? obj) => Equals(obj as Selection);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_patterns);

    private IEnumerable<Operation> Wanted(OperationGroup group) => group.Operations.Where(operation =>
        (_include.Length == 0 || Matches(_include, group, operation)) && !Matches(_exclude, group, operation));

    private static bool Matches(Regex[] patterns, OperationGroup group, Operation operation) => Array.Exists(
        patterns,
        pattern => pattern.IsMatch(group.Name + "." + operation.MethodName)
            || operation.Docs.Origins.Any(origin => pattern.IsMatch(origin.Page)));

    private static Regex[] Patterns(string list) =>
        [.. list.Split('|').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0).Select(ToRegex)];

    // As in MSBuild, "*" and "?" stay within a name and "**" crosses folders.
    private static Regex ToRegex(string pattern) => new(
        "^" + Regex.Escape(pattern.Replace('\\', '/')).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*")
            .Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]") + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Collects the types that operations use directly or indirectly.</summary>
    private sealed class Reach(IEnumerable<ApiFile> files, LinkCache cache)
    {
        private readonly Dictionary<string, StructuredType> _types = files.SelectMany(file => file.Types)
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        // Types that a value can have. Their derived types are included too. A type that is used only as a base is not
        // in this set.
        private readonly HashSet<string> _values = new(StringComparer.Ordinal);

        public bool Has(string name) => _names.Contains(name);

        /// <summary>
        /// Returns the type without the derived types that no operation uses. If all are used, returns the same object.
        /// </summary>
        public StructuredType Trim(StructuredType type)
        {
            EquatableArray<DerivedType> reached = type.Derived.Where(derived => Has(derived.Name)).ToEquatableArray();
            return reached.Count == type.Derived.Count ? type : cache.Trimmed.Get(type.Name, (type, reached));
        }

        public void Add(Operation operation)
        {
            foreach (TypeRef? type in Types(operation.Response))
                Add(type);
            if (operation.Docs.Error is { } error)
                AddValue(error);
            foreach (OptionParameter option in operation.Options)
                Add(option.Type);
            if (operation.Body?.JsonObject is not { } json)
                return;
            Add(json.Resource?.Type);
            foreach (BodyMember member in json.Members)
                Add(member.Type);
        }

        private static TypeRef?[] Types(ResponseShape response) => response switch
        {
            ResponseShape.Value value => [value.Type],
            ResponseShape.Collection collection => [collection.Element],
            ResponseShape.Stream stream => [stream.ContentOf],
            ResponseShape.LongRunning job => [job.Result],
            ResponseShape.UploadSession session => [session.Session, session.Uploaded],
            ResponseShape.Empty => [],
            _ => throw new UnknownCaseException(response),
        };

        private void Add(TypeRef? type)
        {
            if (type is { Name: { } name })
                AddValue(name);
        }

        // A loop instead of recursion, because docs can define chains of types of any length.
        private void AddValue(string first)
        {
            var left = new Stack<(string Name, bool IsValue)>([(first, true)]);
            while (left.Count > 0)
            {
                (string name, bool isValue) = left.Pop();
                bool isNew = _names.Add(name);
                if (!_types.TryGetValue(name, out StructuredType type))
                    continue;
                if (isNew)
                {
                    if (type.Base is { } parent)
                        left.Push((parent, false));
                    foreach (Property property in type.Properties.Where(property => property.Type.Name is not null))
                        left.Push((property.Type.Name!, true));
                }

                if (!isValue || !_values.Add(name))
                    continue;
                foreach (DerivedType derived in type.Derived)
                    left.Push((derived.Name, true));
            }
        }
    }
}
