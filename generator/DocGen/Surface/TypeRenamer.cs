using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>Replaces class names by pinned ones wherever a type is named.</summary>
internal static class TypeRenamer
{
    public static Property With(this Property property, PinnedClasses classes) =>
        classes[property.Type] is var type && type == property.Type ? property : property with { Type = type };

    public static OptionParameter With(this OptionParameter option, PinnedClasses classes) =>
        classes[option.Type] is var type && type == option.Type ? option : option with { Type = type };

    public static UrlTemplate With(this UrlTemplate url, PinnedClasses classes) =>
        url.Parameters.All(parameter => parameter.Type?.Name is null) ? url : url with
        {
            Parameters = url.Parameters
            .Select(parameter => parameter.Type is { } type ? parameter with { Type = classes[type] } : parameter)
            .ToEquatableArray(),
        };

    public static RequestBody? With(this RequestBody? body, PinnedClasses classes) => body switch
    {
        null or RequestBody.Stream or RequestBody.ContentParts => body,
        RequestBody.Json json => json.With(classes),
        RequestBody.Reference reference => new RequestBody.Reference(reference.Member.With(classes)),
        RequestBody.JsonOrStream either => either with { Object = either.Object.With(classes) },
        RequestBody.Multipart multipart => multipart with { Object = multipart.Object.With(classes) },
        RequestBody.Form form =>
            form with { Fields = form.Fields.Select(field => field.With(classes)).ToEquatableArray() },
        _ => throw new UnknownCaseException(body),
    };

    public static ResponseShape With(this ResponseShape response, PinnedClasses classes) => response switch
    {
        ResponseShape.Empty => response,
        ResponseShape.Value value => value with { Type = classes[value.Type] },
        ResponseShape.Collection list => list with { Element = classes[list.Element] },
        ResponseShape.Stream content => content with { ContentOf = Renamed(content.ContentOf, classes) },
        ResponseShape.LongRunning job => job with { Result = Renamed(job.Result, classes) },
        ResponseShape.UploadSession session =>
            session with { Session = classes[session.Session], Uploaded = Renamed(session.Uploaded, classes) },
        _ => throw new UnknownCaseException(response),
    };

    private static RequestBody.Json With(this RequestBody.Json json, PinnedClasses classes) => json with
    {
        Resource = json.Resource?.With(classes),
        Members = json.Members.Select(member => member.With(classes)).ToEquatableArray(),
    };

    private static BodyMember With(this BodyMember member, PinnedClasses classes) =>
        classes[member.Type] is var type && type == member.Type ? member : member with { Type = type };

    private static TypeRef? Renamed(TypeRef? type, PinnedClasses classes) => type is { } one ? classes[one] : null;
}
