using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DocGen.Corpus;

/// <summary>
/// Compares a model with the service's OData metadata (CSDL 4.01): how much of the metadata the model contains, and how
/// much of that is right. Names compare without case, punctuation or namespace. A property counts if its declaring type
/// or a base type has it. An operation whose last URL segment is an action or function is compared with its best
/// overload.
/// </summary>
internal static partial class Accuracy
{
    /// <summary>Returns the figures by name, in display order.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> Measure(string metadataPath, ApiModelDocument model)
    {
        Facts truth = Facts.Of(XDocument.Load(metadataPath));
        Facts found = Facts.Of(model);
        var figures = new List<KeyValuePair<string, double>>();
        void Add(string name, double value) => figures.Add(new(name, value));
        MeasureTypes(truth, found, Add);
        MeasureCalls(truth, model, Add);
        return figures;
    }

    private static void MeasureTypes(Facts truth, Facts model, Action<string, double> add)
    {
        string[] shared = [.. truth.Types.Keys.Where(model.Types.ContainsKey)];
        int right = 0, wrong = 0, missing = 0, extra = 0;
        foreach (string name in shared)
        {
            Dictionary<string, Value> want = truth.WithInherited(name);
            Dictionary<string, Value> have = model.WithInherited(name);
            foreach ((string property, Value type) in want)
            {
                if (!have.TryGetValue(property, out Value shown))
                    missing++;
                else if (shown == type)
                    right++;
                else
                    wrong++;
            }

            extra += have.Keys.Count(p => !want.ContainsKey(p));
        }

        string[] based = [.. shared.Where(n => truth.Types[n].Base is not ("" or "entity"))];
        string[] enums = [.. truth.Enums.Keys.Where(model.Enums.ContainsKey)];
        int agreed = enums.Sum(n => truth.Enums[n].Intersect(model.Enums[n]).Count());
        int found = right + wrong;
        add("types_truth", truth.Types.Count);
        add("types_found", shared.Length);
        add("types_extra", model.Types.Keys.Count(n => !truth.Types.ContainsKey(n))
            - model.Types.Keys.Count(truth.Enums.ContainsKey));
        add("property_recall", Ratio(found, found + missing));
        add("property_precision", Ratio(found, found + extra));
        add("property_type_right", Ratio(right, found));
        add("base_right", Ratio(based.Count(n => truth.Types[n].Base == model.Types[n].Base), based.Length));
        add("enums_truth", truth.Enums.Count);
        add("enums_found", enums.Length);
        add("enums_extra", model.Enums.Count - enums.Length);
        add("enum_member_recall", Ratio(agreed, enums.Sum(n => truth.Enums[n].Count)));
        add("enum_member_precision", Ratio(agreed, enums.Sum(n => model.Enums[n].Count)));
        add("properties_compared", found);
    }

    private static void MeasureCalls(Facts truth, ApiModelDocument model, Action<string, double> add)
    {
        int hit = 0, missing = 0, surplus = 0, typed = 0, returned = 0, compared = 0;
        var named = new HashSet<string>();
        foreach (ModelOperation operation in model.Operations)
        {
            string key = NameKey(LastSegment(operation));
            if (!truth.Calls.TryGetValue(key, out List<CallFacts>? overloads))
                continue;
            named.Add(key);
            CallFacts have = CallFacts.Of(operation);
            CallFacts want = overloads.MaxBy(w => (w.Overlap(have), w.Returns == have.Returns))!;
            string[] both = [.. want.Parameters.Keys.Where(have.Parameters.ContainsKey)];
            hit += both.Length;
            missing += want.Parameters.Count - both.Length;
            surplus += have.Parameters.Count - both.Length;
            typed += both.Count(p => want.Parameters[p] == have.Parameters[p]);
            returned += want.Returns == have.Returns ? 1 : 0;
            compared++;
        }

        add("calls_truth", truth.Calls.Count);
        add("calls_found", named.Count);
        add("calls_compared", compared);
        add("call_parameter_recall", Ratio(hit, hit + missing));
        add("call_parameter_precision", Ratio(hit, hit + surplus));
        add("call_parameter_type_right", Ratio(typed, hit));
        add("call_return_right", Ratio(returned, compared));
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    private static string LastSegment(ModelOperation operation)
    {
        if (operation.Templates.Count == 0)
            return "";
        string last = operation.Templates[0].Split('?')[0].TrimEnd('/').Split('/')[^1].Split(':')[^1];
        return last.Split('(')[0];
    }

    private static string NameKey(string? name) =>
        string.Concat((name ?? "").Split('.')[^1].ToLowerInvariant()
            .Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));

    /// <summary>A type name, and whether the value is a collection of that type.</summary>
    private readonly record struct Value(bool IsCollection, string Type)
    {
        public static Value Of(string? text) =>
            Collection().Match(text ?? "") is { Success: true } match
                ? new Value(true, NameKey(match.Groups[1].Value))
                : new Value(false, NameKey(text));
    }

    private sealed record TypeFacts(Dictionary<string, Value> Properties, string Base);

    private sealed record CallFacts(Dictionary<string, Value> Parameters, Value? Returns)
    {
        public static CallFacts Of(ModelOperation operation)
        {
            ModelResponse? success = operation.Responses
                .FirstOrDefault(r => r.Status is >= 200 and < 300 && !string.IsNullOrEmpty(r.Type));
            return new CallFacts(
                ByName(operation.Parameters.Where(p => p.In is "body" or "function"), p => p.Name,
                    p => new Value(p.Collection, NameKey(p.Type))),
                success is null ? null : new Value(success.Collection, NameKey(success.Type)));
        }

        /// <summary>Returns the number of shared parameters minus the number of parameters that only one has.</summary>
        public int Overlap(CallFacts other)
        {
            int both = Parameters.Keys.Count(other.Parameters.ContainsKey);
            return both - (Parameters.Count - both) - (other.Parameters.Count - both);
        }
    }

    private sealed record Facts(Dictionary<string, TypeFacts> Types, Dictionary<string, HashSet<string>> Enums,
        Dictionary<string, List<CallFacts>> Calls)
    {
        public static Facts Of(ApiModelDocument model) => new(
            ByName(model.Types.Where(t => !t.Placeholder), t => t.Name, t => new TypeFacts(
                ByName(t.Properties, p => p.Name, p => new Value(p.Collection, NameKey(p.Type))), NameKey(t.Base))),
            ByName(model.Enums, e => e.Name, e => e.Members.Select(NameKey).ToHashSet()),
            []);

        public static Facts Of(XDocument metadata)
        {
            XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
            XElement[] schemas = [.. metadata.Root!.Descendants(edm + "Schema")];
            IEnumerable<XElement> Elements(string name) => schemas.SelectMany(s => s.Elements(edm + name));
            static string? Name(XElement element) => (string?)element.Attribute("Name");
            static Value Type(XElement element) => Value.Of((string?)element.Attribute("Type"));
            var calls = new Dictionary<string, List<CallFacts>>();
            foreach (XElement call in Elements("Action").Concat(Elements("Function")))
            {
                IEnumerable<XElement> parameters = call.Elements(edm + "Parameter")
                    .Skip((string?)call.Attribute("IsBound") == "true" ? 1 : 0);
                XElement? returned = call.Element(edm + "ReturnType");
                var facts = new CallFacts(ByName(parameters, Name, Type), returned is null ? null : Type(returned));
                string key = NameKey(Name(call));
                if (!calls.TryGetValue(key, out List<CallFacts>? overloads))
                    calls.Add(key, overloads = []);
                overloads.Add(facts);
            }

            return new Facts(
                ByName(Elements("EntityType").Concat(Elements("ComplexType")), Name, t => new TypeFacts(
                    ByName(t.Elements(edm + "Property").Concat(t.Elements(edm + "NavigationProperty")), Name, Type),
                    NameKey((string?)t.Attribute("BaseType")))),
                ByName(Elements("EnumType"), Name,
                    e => e.Elements(edm + "Member").Select(m => NameKey(Name(m))).ToHashSet()),
                calls);
        }

        public Dictionary<string, Value> WithInherited(string name)
        {
            var properties = new Dictionary<string, Value>();
            var seen = new HashSet<string>();
            while (Types.TryGetValue(name, out TypeFacts? type) && seen.Add(name))
            {
                foreach ((string property, Value value) in type.Properties)
                    properties.TryAdd(property, value);
                name = type.Base;
            }

            return properties;
        }
    }

    /// <summary>Returns the values by name key. The last item with a name wins.</summary>
    private static Dictionary<string, TValue> ByName<T, TValue>(IEnumerable<T> items, Func<T, string?> name,
        Func<T, TValue> value)
    {
        var named = new Dictionary<string, TValue>();
        foreach (T item in items)
            named[NameKey(name(item))] = value(item);
        return named;
    }

    [GeneratedRegex(@"^Collection\((.*)\)$")]
    private static partial Regex Collection();
}
