using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// Gives an operation, its URLs and its members the C# names of the surface file. Gives its body the shape in the file,
/// if the wire format still allows it.
/// </summary>
internal sealed class PinnedRequest
{
    private readonly PinnedOperation _pinned;
    private readonly SurfaceOperation _pin;
    private readonly PinnedClasses _classes;
    private readonly Dictionary<(MemberPlace, string), string> _names = [];
    private readonly NameScope _members;

    private PinnedRequest(PinnedOperation pinned, SurfaceOperation pin, PinnedClasses classes, bool hasSeveralUrls)
    {
        _pinned = pinned;
        _pin = pin;
        _classes = classes;
        _members = new NameScope(
            hasSeveralUrls ? ReservedNames.RequestMembersBesideUrls : ReservedNames.RequestMembers);
        foreach (SurfaceMember member in pin.Members)
        {
            if (_members.TryClaim(member.Name) && !_names.ContainsKey((member.Place, member.WireName)))
                _names.Add((member.Place, member.WireName), member.Name);
        }
    }

    /// <param name="types">Returns a class from linking with its pinned property names.</param>
    public static Operation Of(PinnedOperation pinned, PinnedClasses classes, Func<string, StructuredType?> types)
    {
        Operation operation = pinned.Operation;
        RequestBody? body = operation.Body.With(classes);
        ResponseShape response = operation.Response.With(classes);
        EquatableArray<OptionParameter> options = operation.Options.Select(option => option.With(classes))
            .ToEquatableArray();
        EquatableArray<UrlTemplate> urls = operation.Urls.Select(url => url.With(classes)).ToEquatableArray();
        CommonOptions common = operation.CommonOptions;
        if (pinned.Pin is { } pin)
        {
            urls = PinnedUrls.Of(urls, pin);
            var request = new PinnedRequest(pinned, pin, classes, urls.Count > 1 || urls[0].FactoryName is not null);
            body = request.Body(PinnedBody.Of(body, pin, types));
            options = options.Select(request.Option).ToEquatableArray();
            if (options.Any(option =>
                option.IsInherited && option.Name
                    != operation.Options.First(
                        one => one.WireName == option.WireName && one.Location == option.Location).Name)
                || (Payload.Of(body) is not null && common != CommonOptions.None))
            {
                // The runtime's base class has fixed names and no payload, so other requests don't derive from it.
                common = CommonOptions.None;
                options = options.Select(option => option with { IsInherited = false }).ToEquatableArray();
            }

            options = options.OrderBy(option => option.Name, StringComparer.Ordinal).ToEquatableArray();
            response = request.Response(response);
        }

        return operation with
        {
            MethodName = pinned.Method,
            RequestClass = classes[operation.RequestClass],
            ResponseClass = operation.ResponseClass is { } name ? classes[name] : null,
            Urls = urls,
            Options = options,
            Body = body,
            Response = response,
            CommonOptions = common,
        };
    }

    private string NameOf(MemberPlace place, string wire, string name, string suffix) =>
        _names.TryGetValue((place, wire), out string? pinned) ? pinned : _members.Claim(name, suffix);

    private OptionParameter Option(OptionParameter option)
    {
        string name = NameOf(SurfaceReader.PlaceOf(option.Location), option.WireName, option.Name, "Option");
        return name == option.Name ? option : option with { Name = name };
    }

    private RequestBody? Body(RequestBody? body) => body switch
    {
        null => null,
        RequestBody.Json json => Json(json, ""),
        RequestBody.Reference reference => new RequestBody.Reference(Member(MemberPlace.Body, reference.Member)),
        RequestBody.Stream content => Content(content, ""),
        RequestBody.JsonOrStream either =>
            new RequestBody.JsonOrStream(Json(either.Object, ""), Content(either.Content, "")),
        RequestBody.Multipart multipart => multipart with
        {
            Object = Json(multipart.Object, multipart.JsonPart),
            Content = Content(multipart.Content, multipart.ContentPart),
        },
        RequestBody.ContentParts parts => parts with
        {
            Main = parts.Main is { } main ? Content(main, parts.MainPart) : null,
            Parts = parts.Parts.Select(
                part => part with { Name = NameOf(MemberPlace.Part, part.PartName, part.Name, "Part") })
                .ToEquatableArray(),
        },
        RequestBody.Form form =>
            form with { Fields = form.Fields.Select(field => Member(MemberPlace.Field, field)).ToEquatableArray() },
        _ => throw new UnknownCaseException(body),
    };

    private RequestBody.Json Json(RequestBody.Json json, string part) => json with
    {
        Resource = json.Resource is { } resource
            ? resource with { Name = NameOf(MemberPlace.Body, part, resource.Name, "Body") }
            : null,
        Members = json.Members.Select(member => member.Constant is null ? Member(MemberPlace.Member, member) : member)
            .ToEquatableArray(),
    };

    private BodyMember Member(MemberPlace place, BodyMember member) =>
        member with { Name = NameOf(place, member.JsonName, member.Name, "Value") };

    private RequestBody.Stream Content(RequestBody.Stream content, string part) => content with
    {
        Name = NameOf(MemberPlace.Content, part, content.Name, "Stream"),
        ContentTypeName = _members.Claim(content.ContentTypeName, "Value"),
    };

    /// <summary>Returns the response with pinned header names.</summary>
    private ResponseShape Response(ResponseShape response)
    {
        if (response.Headers.IsEmpty)
            return response;
        string[] names = PinnedTypes.NamesOf(
            [.. response.Headers.Select(header => (header.WireName, header.Name))], _pin.Answer.Headers,
            response is ResponseShape.LongRunning ? ReservedNames.ResponseMembers : ReservedNames.PlainResponseMembers,
            _pinned.Operation.ResponseClass is { } name ? _classes[name] : "", "Header");
        return response with
        {
            Headers = response.Headers.Select((header, i) => header with { Name = names[i] })
            .ToEquatableArray()
        };
    }
}
