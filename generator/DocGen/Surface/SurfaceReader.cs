using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>Extracts the surface from a linked API.</summary>
internal static class SurfaceReader
{
    /// <param name="files">The files of one doc set, in any order.</param>
    /// <param name="serviceRoot">The service root in the docs, or null.</param>
    public static ApiSurface Of(IEnumerable<ApiFile> files, string? serviceRoot)
    {
        ApiFile[] all = [.. files];
        return new ApiSurface(
            serviceRoot,
            all.Select(file => file.Operations).OfType<OperationGroup>()
                .SelectMany(group => group.Operations, OperationOf)
                .OrderBy(one => one.Group, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal)
                .ToEquatableArray(),
            all.SelectMany(file => file.Types).Select(TypeOf).OrderBy(type => type.Class, StringComparer.Ordinal)
                .ToEquatableArray(),
            all.SelectMany(file => file.Enums).Select(EnumOf).OrderBy(type => type.Class, StringComparer.Ordinal)
                .ToEquatableArray());
    }

    public static SurfaceOperation OperationOf(OperationGroup group, Operation operation) => new(
        operation.HttpMethod,
        group.Name,
        operation.MethodName,
        operation.RequestClass,
        operation.ResponseClass,
        operation.Urls.Select(UrlOf).OrderBy(url => url.Template, StringComparer.Ordinal).ToEquatableArray(),
        EncodingOf(operation.Body),
        operation.Options.Select(MemberOf).Concat(BodyOf(operation.Body)).OrderBy(member => member.Place)
            .ThenBy(member => member.WireName, StringComparer.Ordinal)
            .ThenBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray(),
        AnswerOf(operation.Response),
        operation.Docs.Permissions,
        operation.Docs.Deprecation)
    {
        GroupClass = group.ClassName == SurfaceDefaults.GroupClass(group.Name) ? null : group.ClassName,
    };

    public static SurfaceType TypeOf(StructuredType type) => new(
        type.ODataName,
        type.Name,
        type.Base,
        type.IsAbstract,
        type.IsOpen,
        type.IsPlaceholder,
        type.Properties
            .Select(property => new SurfaceProperty(property.JsonName, property.Type.ToString(), property.Name,
                property.Deprecation))
            .OrderBy(property => property.WireName, StringComparer.Ordinal).ToEquatableArray(),
        type.Deprecation);

    public static SurfaceEnum EnumOf(EnumType type) => new(
        type.ODataName,
        type.Name,
        type.IsFlags,
        type.Members.Select(member => new SurfaceName(member.Value, member.Name))
            .OrderBy(member => member.WireName, StringComparer.Ordinal).ToEquatableArray());

    private static SurfaceUrl UrlOf(UrlTemplate url) =>
        new(url.Template, url.FactoryName, url.Parameters.Select(parameter => parameter.Name).ToEquatableArray());

    public static MemberPlace PlaceOf(OptionLocation location) => location switch
    {
        OptionLocation.Query => MemberPlace.Query,
        OptionLocation.Header => MemberPlace.Header,
        OptionLocation.Function => MemberPlace.Argument,
        _ => throw new UnknownCaseException(location),
    };

    private static SurfaceMember MemberOf(OptionParameter option) =>
        new(PlaceOf(option.Location), option.WireName, option.Type.ToString(), option.IsRequired, option.Name);

    /// <summary>Returns the media type of a multipart or form body; null for any other body.</summary>
    private static string? EncodingOf(RequestBody? body) => body switch
    {
        null or RequestBody.Json or RequestBody.Reference or RequestBody.Stream or RequestBody.JsonOrStream => null,
        RequestBody.Multipart multipart => "multipart/" + multipart.Subtype,
        RequestBody.ContentParts parts => "multipart/" + parts.Subtype,
        RequestBody.Form { IsMultipart: true } => "multipart/form-data",
        RequestBody.Form => "application/x-www-form-urlencoded",
        _ => throw new UnknownCaseException(body),
    };

    private static IEnumerable<SurfaceMember> BodyOf(RequestBody? body) => body switch
    {
        null => [],
        RequestBody.Json json => JsonOf(json, ""),
        RequestBody.Reference reference => [MemberOf(MemberPlace.Body, reference.Member)],
        RequestBody.Stream content => [ContentOf(content, "")],
        RequestBody.JsonOrStream either => [.. JsonOf(either.Object, ""), ContentOf(either.Content, "")],
        RequestBody.Multipart multipart =>
            [.. JsonOf(multipart.Object, multipart.JsonPart), ContentOf(multipart.Content, multipart.ContentPart)],
        RequestBody.ContentParts parts =>
        [
            .. parts.Main is { } main ? [ContentOf(main, parts.MainPart)] : Array.Empty<SurfaceMember>(),
            .. parts.Parts.Select(part =>
                new SurfaceMember(MemberPlace.Part, part.PartName, part.MediaType, part.IsRequired, part.Name)),
        ],
        RequestBody.Form form => form.Fields.Select(field => MemberOf(MemberPlace.Field, field)),
        _ => throw new UnknownCaseException(body),
    };

    private static IEnumerable<SurfaceMember> JsonOf(RequestBody.Json json, string part) =>
    [
        .. json.Resource is { } resource
            ? [new SurfaceMember(MemberPlace.Body, part, resource.Type.ToString(), resource.IsRequired, resource.Name)]
            : Array.Empty<SurfaceMember>(),
        .. json.Members.Where(member => member.Constant is null).Select(member => MemberOf(MemberPlace.Member, member)),
    ];

    private static SurfaceMember MemberOf(MemberPlace place, BodyMember member) =>
        new(place, member.JsonName, member.Type.ToString(), member.IsRequired, member.Name);

    private static SurfaceMember ContentOf(RequestBody.Stream content, string part) =>
        new(MemberPlace.Content, part, content.MediaType, content.IsRequired, content.Name);

    private static SurfaceAnswer AnswerOf(ResponseShape response)
    {
        SurfaceAnswer Answer(AnswerKind kind, TypeRef? type, bool isWrapped = false, TypeRef? uploaded = null,
            string? property = null, Paging? paging = null) => new(
            kind, response.Statuses, type?.ToString(), isWrapped, uploaded?.ToString(), property, PagingOf(paging),
            response.Headers.Select(header => new SurfaceName(header.WireName, header.Name)).ToEquatableArray());
        return response switch
        {
            ResponseShape.Empty => Answer(AnswerKind.Empty, null),
            ResponseShape.Value value => Answer(AnswerKind.Value, value.Type, value.IsWrapped),
            ResponseShape.Collection list => Answer(
                list.IsDelta ? AnswerKind.Delta : AnswerKind.Collection, list.Element, property: list.Property,
                paging: list.Paging),
            ResponseShape.Stream content => Answer(AnswerKind.Content, content.ContentOf),
            ResponseShape.LongRunning job => Answer(AnswerKind.Job, job.Result, job.IsWrapped),
            ResponseShape.UploadSession session =>
                Answer(AnswerKind.Upload, session.Session, uploaded: session.Uploaded),
            _ => throw new UnknownCaseException(response),
        };
    }

    /// <summary>Returns text such as <c>NextUrl paging.next</c> or <c>Cursor meta.next cursor</c>.</summary>
    private static string? PagingOf(Paging? paging) => paging is null ? null
        : string.Join(" ", new[] { paging.Kind.ToString(), paging.Path, paging.Parameter }.Where(
            word => word is not null));
}
