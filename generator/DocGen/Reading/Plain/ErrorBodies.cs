using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Builds one type from the error bodies in docs without annotations. An API uses the same kind of body for all errors,
/// so the type has the members of all examples.
/// </summary>
internal static class ErrorBodies
{
    /// <summary>The name of the type. It is the same on every page.</summary>
    public const string TypeName = "ErrorBody";

    private static readonly DocText Summary = new(new DocInline[]
    {
        new(DocInlineKind.Text, "The body of an error response. "),
        new(DocInlineKind.Code, "ApiException.ReadBody"),
        new(DocInlineKind.Text, " reads it."),
    }.ToEquatableArray());

    /// <summary>Returns the type of the error examples on a page; null if there are none.</summary>
    public static ResourceDefinition? Of(PageContent content, IEnumerable<ShownJson> shown)
    {
        EquatableArray<MemberDefinition> members = default;
        foreach (ShownJson body in shown)
        {
            if (body.Value is not JsonObject { Members.Count: > 0 } error)
                continue;
            if (members.IsEmpty)
                content.Sink.Anchor(AnchorKeys.Resource(TypeName), body.Start, body.Start + 1);
            EquatableArray<MemberDefinition> own = PlainShapes.Members(error).Select(WithoutFields).ToEquatableArray();
            members = members.IsEmpty ? own : PlainShapes.Join(members, own);
        }

        return members.IsEmpty ? null : new ResourceDefinition(
            TypeName, default, null, default, IsAbstract: false, IsOpen: false, members, Summary, null, null,
            IsShown: true);
    }

    /// <summary>
    /// Returns the JSON under headings about errors, and the bodies of responses with an error status, in the given
    /// sections.
    /// </summary>
    public static IEnumerable<ShownJson> In(PageContent content, IEnumerable<Section> sections)
    {
        foreach (Fence fence in sections.Where(section => !section.IsIncluded).SelectMany(PlainBlocks.Of)
            .OfType<Fence>())
        {
            string text = fence.Content.Text;
            int start = text.Length - text.TrimStart().Length;
            if (fence.BeginsWith("HTTP/"))
            {
                if (HttpMessageReader.Read(text, out _) is { Status: >= 400, Body: { Length: > 0 } body } message
                    && body[0] == '{'
                    && content.Json.Read(fence.Content, body, message.BodyStart) is JsonObject answered)
                    yield return new ShownJson(fence, answered, message.BodyStart, message.Status);
            }
            else if (fence.BeginsWith("{") && IsOnErrors(fence.Section)
                && content.Json.Read(fence.Content, text.Substring(start), start) is JsonObject shown)
            {
                yield return new ShownJson(fence, shown, start);
            }
        }
    }

    private static bool IsOnErrors(Section? section)
    {
        for (; section?.Heading is not null; section = section.Parent)
        {
            if (PlainRoles.OfHeading(section.Title) == PlainRole.Errors)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Returns a member whose object of field errors is untyped. The members of such an object are the fields of only
    /// one request.
    /// </summary>
    private static MemberDefinition WithoutFields(MemberDefinition member) =>
        member is { Name: "errors" or "fields" or "details", Type: { Rank: 0, Shape: not null } }
            ? member with { Type = DocType.Of(TypeKind.JsonObject) }
            : member;
}
