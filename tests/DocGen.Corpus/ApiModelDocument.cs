using System.Text.Json;
using System.Text.Json.Serialization;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Corpus;

/// <summary>The linked model in a form that can be compared with the OData metadata of a service.</summary>
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
    /// Creates the model from the files that the generator emits. Types are sorted by namespace, as in a service's
    /// metadata, so that a lookup without namespace, if two types have the same name, finds the same type in the model
    /// and in the metadata.
    /// </summary>
    public static ApiModelDocument From(IEnumerable<ApiFile> files)
    {
        ApiFile[] all = [.. files.OrderBy(f => f.HintName, StringComparer.Ordinal)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, StructuredType> types = all.SelectMany(f => f.Types)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);
        var inline = new Dictionary<string, StructuredType>(StringComparer.Ordinal);
        foreach (StructuredType type in all.SelectMany(f => f.Types))
        {
            if (type.ODataName is null)
                inline.Add(type.Name, type);
            names[type.Name] = LastPart(type.ODataName ?? type.Name);
        }

        foreach (EnumType type in all.SelectMany(f => f.Enums))
            names[type.Name] = type.ODataName is null ? "String" : LastPart(type.ODataName);
        var writer = new Converter(names, types, inline);
        return new ApiModelDocument(
            [.. all.SelectMany(f => f.Types).Where(t => t.ODataName is not null)
                .OrderBy(t => Namespace(t.ODataName!), StringComparer.Ordinal).Select(writer.Type)],
            [.. all.SelectMany(f => f.Enums).Where(e => e.ODataName is not null)
                .Select(e => new ModelEnum(LastPart(e.ODataName!), [.. e.Members.Select(m => m.Value)]))],
            [.. all.Where(f => f.Operations is not null)
                .SelectMany(f => f.Operations!.Operations.Select(o => writer.Operation(o)))]);
    }

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options));

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Namespace(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    private sealed class Converter(
        Dictionary<string, string> names, Dictionary<string, StructuredType> types,
        Dictionary<string, StructuredType> inline)
    {
        public ModelType Type(StructuredType type) => new(
            LastPart(type.ODataName!), type.Base is { } b ? names[b] : null, type.IsPlaceholder,
            // Instance annotations are not properties (OData JSON Format 4.01, section 20).
            [.. type.Properties.Where(p => !p.JsonName.Contains('@', StringComparison.Ordinal))
                .Select(p => new ModelProperty(p.JsonName, Name(p.Type), p.Type.IsCollection))]);

        public ModelOperation Operation(Operation operation) => new(
            operation.Docs.Origins[0].Page,
            [.. operation.Docs.Origins.Select(o => o.Page).Distinct(StringComparer.Ordinal)],
            operation.MethodName,
            operation.HttpMethod,
            [.. operation.Urls.Select(u => u.Path.Text), .. operation.Usages.Select(u => u.ToString())],
            [.. Parameters(operation)],
            Body(operation.Body),
            [.. Statuses(operation.Response).Select(s => Response(operation.Response, s))]);

        /// <summary>
        /// Returns the documented statuses, with 200 for a stream: the client follows a redirect to content, which
        /// arrives with 200.
        /// </summary>
        private static IEnumerable<int> Statuses(ResponseShape response) =>
            response is ResponseShape.Stream && !response.Statuses.Contains(200)
                ? response.Statuses.Prepend(200)
                : response.Statuses;

        private IEnumerable<ModelParameter> Parameters(Operation operation)
        {
            foreach (PathParameter parameter in operation.Urls.SelectMany(u => u.Parameters)
                .DistinctBy(p => p.WireName))
                yield return new ModelParameter(parameter.WireName, "path", "String", false);
            foreach (OptionParameter option in operation.Options)
                yield return new ModelParameter(option.WireName, option.Location.ToString().ToLowerInvariant(),
                    Name(option.Type), option.Type.IsCollection);
            if (operation.Body is RequestBody.Reference { Member: var reference })
                yield return new ModelParameter(reference.JsonName, "body", "String", false);
            foreach (BodyMember member in (operation.Body?.JsonObject?.Members ?? default)
                .Where(m => m.Constant is null))
            {
                yield return new ModelParameter(member.JsonName, "body", Name(member.Type), member.Type.IsCollection);
                foreach (ModelParameter nested in Nested(member.JsonName, member.Type, depth: 0))
                    yield return nested;
            }

            foreach (ContentPart part in (operation.Body as RequestBody.ContentParts)?.Parts ?? default)
                yield return new ModelParameter(part.PartName, "part", "Stream", false);
            foreach (ModelParameter described in Described(
                operation.Response is ResponseShape.Collection list ? list.Element : operation.Response.ValueType,
                depth: 0))
                yield return described;
        }

        /// <summary>Returns the members of the response that the docs describe.</summary>
        private IEnumerable<ModelParameter> Described(TypeRef? type, int depth)
        {
            if (depth == 2 || type is not { Kind: TypeKind.Resource, Name: { } name }
                || !types.TryGetValue(name, out StructuredType? resource) || !IsOfPlainPage(resource))
                yield break;
            foreach (Property property in resource.Properties)
            {
                if (property.Summary is not null)
                    yield return new ModelParameter(property.JsonName, "answer", Name(property.Type),
                        property.Type.IsCollection);
                foreach (ModelParameter inside in inline.ContainsKey(property.Type.Name ?? "")
                    ? Described(property.Type.Single, depth + 1)
                    : [])
                    yield return inside;
            }
        }

        /// <summary>
        /// Returns whether a type comes from a plain page: types of the annotated dialect have a namespace.
        /// </summary>
        private static bool IsOfPlainPage(StructuredType type) =>
            type.ODataName is null || !type.ODataName.Contains('.', StringComparison.Ordinal);

        /// <summary>
        /// Returns the members of an object that only the body shows, in both forms that docs use: <c>name</c> and
        /// <c>user[name]</c>.
        /// </summary>
        private IEnumerable<ModelParameter> Nested(string path, TypeRef type, int depth)
        {
            if (depth == 3 || type is not { Kind: TypeKind.Resource, Name: { } name }
                || !(depth == 0 ? types : inline).TryGetValue(name, out StructuredType? shape) || !IsOfPlainPage(shape))
                yield break;
            foreach (Property property in shape.Properties)
            {
                string inside = path + "[" + property.JsonName + "]";
                yield return new ModelParameter(property.JsonName, "nested", Name(property.Type),
                    property.Type.IsCollection);
                yield return new ModelParameter(inside, "nested", Name(property.Type), property.Type.IsCollection);
                foreach (ModelParameter nested in Nested(inside, property.Type, depth + 1))
                    yield return nested;
            }
        }

        /// <summary>Returns the body of a request. A body that is JSON or content counts as JSON.</summary>
        private ModelBody? Body(RequestBody? body) => body switch
        {
            null => null,
            RequestBody.Json json => Body("json", json),
            RequestBody.JsonOrStream either => Body("json", either.Object),
            RequestBody.Multipart multipart => Body("multipart", multipart.Object),
            RequestBody.ContentParts or RequestBody.Form { IsMultipart: true } =>
                new ModelBody("multipart", null, false),
            RequestBody.Form => new ModelBody("form", null, false),
            RequestBody.Stream => new ModelBody("content", null, false),
            RequestBody.Reference => new ModelBody("reference", null, false),
            _ => throw new UnknownCaseException(body),
        };

        private ModelBody Body(string kind, RequestBody.Json json) => json.Resource is { Type: var type }
            ? new ModelBody(kind, Name(type), type.IsCollection) : new ModelBody(kind, null, false);

        /// <summary>
        /// Returns the response for a status. The value belongs to the statuses that have a body, or to the first
        /// status if no documented status has a body.
        /// </summary>
        private ModelResponse Response(ResponseShape response, int status)
        {
            bool hasBody = CarriesBody(response, status)
                || (status == response.Statuses[0] && !response.Statuses.Any(s => CarriesBody(response, s)));
            string? type = !hasBody ? null : response switch
            {
                ResponseShape.Collection collection => Name(collection.Element),
                ResponseShape.Stream stream => stream.ContentOf is { } content ? Name(content) : "Stream",
                _ => response.ValueType is { } value ? Name(value) : null,
            };
            bool isCollection = response is ResponseShape.Collection or { ValueType.IsCollection: true };
            return new ModelResponse(status, type, type is not null && isCollection);
        }

        private static bool CarriesBody(ResponseShape response, int status) =>
            status is 200 or 201 or 203 or 206 or 207 || (status == 202 && response is ResponseShape.LongRunning);

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

/// <param name="Page">The first page that documents the operation.</param>
internal sealed record ModelOperation(
    string Page, IReadOnlyList<string> Pages, string Name, string Method, IReadOnlyList<string> Templates,
    IReadOnlyList<ModelParameter> Parameters, ModelBody? Body, IReadOnlyList<ModelResponse> Responses);

internal sealed record ModelParameter(string Name, string In, string Type, bool Collection);

/// <summary>The body of a request.</summary>
/// <param name="Kind"><c>json</c>, <c>content</c>, <c>form</c>, <c>multipart</c> or <c>reference</c>.</param>
/// <param name="Type">The type of the JSON, or null if its members are members of the request.</param>
internal sealed record ModelBody(string Kind, string? Type, bool Collection);

internal sealed record ModelResponse(int Status, string? Type, bool Collection);
