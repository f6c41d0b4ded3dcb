using System.Text.Json;
using System.Text.Json.Serialization;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Corpus;

/// <summary>The linked model in a form that can be compared with a service's own OData metadata.</summary>
internal sealed record ApiModelDocument(
    IReadOnlyList<ModelType> Types, IReadOnlyList<ModelEnum> Enums, IReadOnlyList<ModelOperation> Operations)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>
    /// Takes the model from the files that the generator is about to emit. Types are in the order of their namespaces, as in a service's
    /// metadata, so that of two types of one name whoever looks them up without namespace finds the same one in both.
    /// </summary>
    public static ApiModelDocument From(IEnumerable<ApiFile> files)
    {
        ApiFile[] all = [.. files.OrderBy(f => f.HintName, StringComparer.Ordinal)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var inline = new HashSet<string>(StringComparer.Ordinal);
        foreach (StructuredType type in all.SelectMany(f => f.Types))
        {
            if (type.ODataName is null)
                inline.Add(type.Name);
            names[type.Name] = LastPart(type.ODataName ?? type.Name);
        }

        foreach (EnumType type in all.SelectMany(f => f.Enums))
            names[type.Name] = type.ODataName is null ? "String" : LastPart(type.ODataName);
        var writer = new Converter(names);
        return new ApiModelDocument(
            [.. all.SelectMany(f => f.Types).Where(t => t.ODataName is not null).OrderBy(t => Namespace(t.ODataName!), StringComparer.Ordinal).Select(writer.Type)],
            [.. all.SelectMany(f => f.Enums).Where(e => e.ODataName is not null).Select(e => new ModelEnum(LastPart(e.ODataName!), [.. e.Members.Select(m => m.Value)]))],
            [.. all.Where(f => f.Operations is not null).SelectMany(f => f.Operations!.Operations.Select(o => writer.Operation(o)))]);
    }

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options));

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Namespace(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    private sealed class Converter(Dictionary<string, string> names)
    {
        public ModelType Type(StructuredType type) => new(
            LastPart(type.ODataName!), type.Base is { } b ? names[b] : null, type.IsPlaceholder,
            // Instance annotations are no properties (OData JSON Format 4.01, section 20).
            [.. type.Properties.Where(p => !p.JsonName.Contains('@', StringComparison.Ordinal)).Select(p => new ModelProperty(p.JsonName, Name(p.Type), p.Type.IsCollection))]);

        public ModelOperation Operation(Operation operation) => new(
            operation.Docs.Origins[0].Page,
            operation.MethodName,
            operation.HttpMethod,
            [.. operation.Urls.Select(u => u.Template.Replace("{+", "{", StringComparison.Ordinal)), .. operation.Usages],
            [.. Parameters(operation)],
            [.. Statuses(operation.Response).Select(s => Response(operation.Response, s))]);

        /// <summary>A redirect to content is followed, so that the content arrives with 200.</summary>
        private static IEnumerable<int> Statuses(ResponseShape response) =>
            response.Kind == ResponseKind.Stream && !response.Statuses.Contains(200) ? response.Statuses.Prepend(200) : response.Statuses;

        private IEnumerable<ModelParameter> Parameters(Operation operation)
        {
            foreach (PathParameter parameter in operation.Urls.SelectMany(u => u.Parameters).DistinctBy(p => p.WireName))
                yield return new ModelParameter(parameter.WireName, "path", "String", false);
            foreach (OptionParameter option in operation.Options)
                yield return new ModelParameter(option.WireName, option.Location.ToString().ToLowerInvariant(), Name(option.Type), option.Type.IsCollection);
            if (operation.Body?.Reference is { } reference)
                yield return new ModelParameter(reference.JsonName, "body", "String", false);
            foreach (BodyMember member in (operation.Body?.Json?.Members ?? default).Where(m => m.Constant is null))
                yield return new ModelParameter(member.JsonName, "body", Name(member.Type), member.Type.IsCollection);
        }

        /// <summary>The value belongs to the statuses that carry a body, and to the first where the docs give it to none that does.</summary>
        private ModelResponse Response(ResponseShape response, int status)
        {
            bool hasBody = CarriesBody(response, status) || (status == response.Statuses[0] && !response.Statuses.Any(s => CarriesBody(response, s)));
            string? type = !hasBody ? null : response.Kind == ResponseKind.Stream ? (response.ContentOf is { } content ? Name(content) : "Stream") : response.Value is { } value ? Name(value) : null;
            bool collection = response.Kind is ResponseKind.Collection or ResponseKind.Delta || response.Value is { IsCollection: true };
            return new ModelResponse(status, type, type is not null && collection);
        }

        private static bool CarriesBody(ResponseShape response, int status) =>
            status is 200 or 201 or 203 or 206 or 207 || (status == 202 && response.Kind == ResponseKind.LongRunning);

        private string Name(TypeRef type) => type.Kind switch
        {
            TypeKind.Resource or TypeKind.Enum => names.GetValueOrDefault(type.Name!, type.Name!),
            TypeKind.JsonObject => "Json",
            TypeKind.Reference => "String",
            _ => type.Kind.ToString(),
        };
    }
}

internal sealed record ModelType(string Name, string? Base, bool Placeholder, IReadOnlyList<ModelProperty> Properties);

internal sealed record ModelProperty(string Name, string Type, bool Collection);

internal sealed record ModelEnum(string Name, IReadOnlyList<string> Members);

internal sealed record ModelOperation(
    string Page, string Name, string Method, IReadOnlyList<string> Templates, IReadOnlyList<ModelParameter> Parameters, IReadOnlyList<ModelResponse> Responses);

internal sealed record ModelParameter(string Name, string In, string Type, bool Collection);

internal sealed record ModelResponse(int Status, string? Type, bool Collection);
