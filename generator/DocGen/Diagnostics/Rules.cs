using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>
/// The catalogue of everything DocGen has to say about docs. Ids are stable and never reused. Warnings are for what makes
/// the client wrong or poorer; what an author could merely do better is info.
/// </summary>
internal static class Rules
{
    // DG00xx: configuration and files. DG0002, DG0003 and DG0004 are raised by the package's targets.
    public static readonly DiagnosticDescriptor LanguageVersion = Error("DG0001", "C# 12 is needed",
        "The generated client needs C# 12 or later, but this project compiles as C# {0}; set <LangVersion> to 12 or later");

    public static readonly DiagnosticDescriptor InvalidName = Error("DG0005", "A configured name is not a C# identifier",
        "'{0}' is not a legal {1}; use letters, digits and underscores, starting with a letter");

    public static readonly DiagnosticDescriptor UnreadablePage = Warning("DG0006", "A page can't be read",
        "This page can't be read and is left out of the client: {0}");

    public static readonly DiagnosticDescriptor NoText = Warning("DG0007", "A file has no text",
        "This file has no text that the compiler can read; save it as UTF-8 or remove it from the ApiDoc items");

    public static readonly DiagnosticDescriptor EmptyPage = Warning("DG0008", "A page is empty",
        "This page is empty, so that nothing is generated from it");

    public static readonly DiagnosticDescriptor ConflictingSettings = Warning("DG0009", "A doc set is configured twice",
        "The docs of the set '{0}' name different values for {1}: '{2}' is used and '{3}' is not");

    public static readonly DiagnosticDescriptor DoublePath = Warning("DG0011", "Two docs stand at one path",
        "Two docs of one set have the path '{0}' below different folders; the first counts, and the other is left out");

    public static readonly DiagnosticDescriptor InternalError = Error("DG0012", "DocGen has failed",
        "DocGen has failed at these docs, which is a mistake of its own; please report it: {0}");

    public static readonly DiagnosticDescriptor InvalidServiceRoot = Error("DG0013", "A service root can't be used",
        "'{0}' can't be a service root: it must be an https URL (http only on loopback) without query, fragment or credentials");

    public static readonly DiagnosticDescriptor NothingSelected = Warning("DG0014", "No operation is selected",
        "DocGenInclude ('{0}') and DocGenExclude ('{1}') leave no operation, so that no client is generated");

    // DG01xx: annotations.
    public static readonly DiagnosticDescriptor UnreadableAnnotation = Warning("DG0101", "An annotation is not JSON",
        "This annotation can't be read as JSON ({0}); what it describes is left out of the client");

    public static readonly DiagnosticDescriptor UnknownBlockType = Warning("DG0102", "Unknown blockType",
        "Unknown blockType '{0}'{1}; the block is left out of the client");

    public static readonly DiagnosticDescriptor UnknownAnnotationKey = Info("DG0103", "Unknown annotation key",
        "Unknown annotation key '{0}'{1}; it is ignored");

    public static readonly DiagnosticDescriptor AnnotationWithoutBlock = Warning("DG0104", "An annotation describes nothing",
        "No code block follows this '{0}' annotation, so that nothing is generated from it");

    public static readonly DiagnosticDescriptor ResponseWithoutRequest = Warning("DG0105", "A response without a request",
        "No request on this page goes with this response; give both the same \"name\", or put the response after its request");

    public static readonly DiagnosticDescriptor RequestWithoutResponse = Info("DG0106", "A request without a response",
        "No response on this page goes with this request; what it returns is taken from the prose alone");

    public static readonly DiagnosticDescriptor DuplicateRequestName = Info("DG0107", "Two pages use one request name",
        "The request name '{0}' is also used by {1}; both operations are generated, and a name of its own would tell them apart");

    public static readonly DiagnosticDescriptor ResourceWithoutName = Warning("DG0108", "A resource without a name",
        "This resource has no \"@odata.type\", so that no class is generated for it");

    public static readonly DiagnosticDescriptor LenientAnnotation = Info("DG0109", "An annotation is not strict JSON",
        "This annotation is read, but it is not strict JSON: {0}");

    // DG02xx: tables.
    public static readonly DiagnosticDescriptor EmptyTable = Info("DG0201", "A table has no rows",
        "This table of {0} has no usable rows");

    public static readonly DiagnosticDescriptor MissingColumn = Info("DG0202", "A table lacks a column",
        "This table of {0} has no {1} column");

    public static readonly DiagnosticDescriptor NotInJson = Info("DG0203", "A property is in the table only",
        "The property '{0}' of '{1}' is in the table and not in the JSON");

    public static readonly DiagnosticDescriptor NotInTable = Info("DG0204", "A property is in the JSON only",
        "The property '{0}' of '{1}' is in the JSON and in no table, so that it has no documentation");

    public static readonly DiagnosticDescriptor LooseTable = Info("DG0205", "A table can't be tied to anything",
        "None of the properties under '{0}' is in the JSON of '{1}', so that the table is taken to describe something else");

    public static readonly DiagnosticDescriptor FillerRow = Info("DG0206", "A row is template filler",
        "The row '{0}' was left over from a template and is ignored");

    public static readonly DiagnosticDescriptor PartsWithoutExample = Info("DG0207", "Parts without a multipart example",
        "This table describes the parts of a multipart body, but no example shows one; the request takes content beside its JSON and sends multipart/{0} when content is assigned");

    public static readonly DiagnosticDescriptor InExamplesOnly = Info("DG0209", "A property is in the examples only",
        "Every example of '{0}' shows what no table has: {1}; the properties are generated, without documentation");

    public static readonly DiagnosticDescriptor DuplicateRow = Info("DG0208", "A property is listed twice",
        "'{0}' of '{1}' is listed twice; the first row counts");

    public static readonly DiagnosticDescriptor InvalidHeaderName = Warning("DG0210", "A header has no name that HTTP takes",
        "'{0}' can't be the name of a header (RFC 9110, section 5.6.2); it is left out of the client");

    // DG03xx: JSON and types.
    public static readonly DiagnosticDescriptor InvalidJson = Info("DG0301", "JSON is not valid",
        "This JSON is not valid: {0}");

    public static readonly DiagnosticDescriptor InvalidDefinition = Warning("DG0302", "A resource's JSON is not valid",
        "The JSON of the resource '{0}' is not valid: {1}; members may be missing from the class");

    public static readonly DiagnosticDescriptor UnknownType = Warning("DG0303", "A type that no page defines",
        "No page defines the type '{0}', so that an open placeholder class '{2}' is generated{1}");

    public static readonly DiagnosticDescriptor TypeByAlias = Info("DG0304", "A type is known by another name",
        "The type '{0}' is resolved as '{1}'");

    public static readonly DiagnosticDescriptor ResponseWithoutType = Info("DG0305", "A response without a type",
        "This response has a JSON body and no \"@odata.type\"; its shape is taken from the example");

    public static readonly DiagnosticDescriptor FillerValue = Info("DG0306", "A value is template filler",
        "The value '{0}' of '{1}' was left over from a template");

    public static readonly DiagnosticDescriptor TypeWithoutBody = Info("DG0307", "A typed response without a body",
        "This response names the type '{0}' but shows no body");

    public static readonly DiagnosticDescriptor UnknownBase = Warning("DG0308", "A base type that no page defines",
        "No page defines the base type '{0}' of '{1}'{2}");

    public static readonly DiagnosticDescriptor UnclearType = Info("DG0309", "A type is not clear",
        "The type '{0}' of '{1}' is not clear; {2} is used");

    public static readonly DiagnosticDescriptor ExampleDoesNotFit = Info("DG0310", "An example does not fit its type",
        "{0} is {1} in this example, and not the {2} that {3} says");

    public static readonly DiagnosticDescriptor BaseLeftOut = Warning("DG0311", "A base type that is left out",
        "The base type '{0}' of '{1}' is left out: {2}");

    // DG04xx: HTTP.
    public static readonly DiagnosticDescriptor UnreadableRequest = Warning("DG0401", "A request can't be read",
        "This request can't be read: {0}");

    public static readonly DiagnosticDescriptor UnreadableResponse = Warning("DG0402", "A response can't be read",
        "This response can't be read: {0}");

    public static readonly DiagnosticDescriptor BlankLineBeforeHeaders = Info("DG0403", "A blank line before the headers",
        "HTTP has no blank line between the first line and the headers (RFC 9112, section 2.1)");

    public static readonly DiagnosticDescriptor NoBlankLineBeforeBody = Info("DG0404", "No blank line before the body",
        "HTTP has a blank line between the headers and the body (RFC 9112, section 2.1)");

    public static readonly DiagnosticDescriptor MissingBody = Info("DG0405", "The example lacks the body the text asks for",
        "The text asks for a body{0}, but this example request has none");

    public static readonly DiagnosticDescriptor AngleBracketPlaceholder = Info("DG0406", "A placeholder in angle brackets",
        "Write the placeholder '<{0}>' as '{{{0}}}'");

    public static readonly DiagnosticDescriptor MisplacedColon = Info("DG0407", "A colon is in the wrong place",
        "'{0}' is read as '{1}': the colon comes right after the path");

    public static readonly DiagnosticDescriptor OtherServiceRoot = Info("DG0408", "Another service root",
        "This example calls '{0}', but the client's service root is '{1}'");

    public static readonly DiagnosticDescriptor StatusDiffers = Info("DG0409", "The example and the text disagree on the status",
        "The text tells of {0}, but the example answers {1}; the response offers both");

    public static readonly DiagnosticDescriptor BadMultipart = Warning("DG0410", "A multipart body can't be read",
        "This multipart body can't be read: {0}");

    public static readonly DiagnosticDescriptor UnlabelledFence = Info("DG0411", "A fence without a language",
        "This {0} is in a fence without a language; write ```http");

    public static readonly DiagnosticDescriptor NoOperation = Warning("DG0412", "A page without an operation",
        "This API page shows no HTTP request that can be read, so that no operation is generated from it");

    public static readonly DiagnosticDescriptor OtherAnswer = Info("DG0413", "Two examples of one status answer different types",
        "An example before this one answers another type with {0}; the response is of that type, and '{1}' is left out of it");

    public static readonly DiagnosticDescriptor PagesDisagree = Info("DG0414", "Two pages disagree on one operation",
        "This page and {1} both show the operation '{0}', and differ in {2}; the other page's is generated");

    // DG05xx: links.
    public static readonly DiagnosticDescriptor MissingPage = Info("DG0501", "A link to a page that is not there",
        "'{0}' is not in the doc set");

    // DG06xx: the page.
    public static readonly DiagnosticDescriptor Filler = Info("DG0601", "Template text was left on the page",
        "'{0}' was left over from a template; it is not shown as documentation");

    public static readonly DiagnosticDescriptor NoScopes = Info("DG0602", "A list of scopes is empty",
        "The text announces scopes and names none");

    // DG07xx: names.
    public static readonly DiagnosticDescriptor OperationClash = Info("DG0701", "Two pages name one operation",
        "'{0}' is also the name of an operation of {1}; this one is called '{2}'");

    public static readonly DiagnosticDescriptor TypeDefinedTwice = Warning("DG0702", "Two pages define a type differently",
        "'{0}' is also defined by {1}, and the two differ in {2}; the members of both are generated");

    public static readonly DiagnosticDescriptor NameClash = Info("DG0703", "A name is taken",
        "The name '{2}' is taken where '{0}' of '{1}' would have it; the member is called '{3}'");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .ToImmutableDictionary(rule => rule.Id);

    /// <summary>Every rule, in the order of its id.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Get(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "DocGen", severity, isEnabledByDefault: true, helpLinkUri: HelpLink(id, title));

    /// <summary>The rule's section in the page on diagnostics, by the anchor that Markdown renderers give its heading.</summary>
    private static string HelpLink(string id, string title)
    {
        string heading = id + " " + title;
        return "apidocs/diagnostics.md#"
            + new string([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-').Select(c => c == ' ' ? '-' : c)]);
    }
}
