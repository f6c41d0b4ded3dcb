using System.Collections.Immutable;
using System.Reflection;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>
/// The catalogue of DocGen's diagnostics. Ids are stable and never reused. A warning means that the client is wrong or
/// incomplete. An info means that the author could improve the docs. Rules of style are off by default.
/// </summary>
internal static class Rules
{
    /// <summary>
    /// The URL of the repository's files at this version. The build sets it. Declared before the rules, because their
    /// initializers use it.
    /// </summary>
    private static readonly string DocumentationBase =
        typeof(Rules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == nameof(DocumentationBase)).Value ?? "";

    // DG00xx: configuration and files. The build task raises DG0002, DG0003, DG0004, DG0010, DG0015,
    // DG0807 and DG0808.
    public static readonly DiagnosticDescriptor LanguageVersion = Error("DG0001", "C# 12 is needed",
        "The generated client needs C# 12 or later, but this project compiles as C# {0}; set <LangVersion> to 12 or " +
        "later");

    public static readonly DiagnosticDescriptor InvalidName = Error("DG0005",
        "A configured name is not a C# identifier",
        "'{0}' is not a legal {1}; use letters, digits and underscores, starting with a letter");

    public static readonly DiagnosticDescriptor UnreadablePage = Warning("DG0006", "A page can't be read",
        "This page can't be read and is left out of the client: {0}");

    public static readonly DiagnosticDescriptor NoText = Warning("DG0007", "A file has no text",
        "This file has no text that the compiler can read; save it as UTF-8 or remove it from the ApiDoc items");

    public static readonly DiagnosticDescriptor EmptyPage = Warning("DG0008", "A page is empty",
        "This page is empty, so nothing is generated from it; write it, or remove it");

    public static readonly DiagnosticDescriptor ConflictingSettings = Warning("DG0009", "A doc set is configured twice",
        "The docs of the set '{0}' have different values for {1}: '{2}' is used and '{3}' is ignored; set one value");

    public static readonly DiagnosticDescriptor DoublePath = Warning("DG0011", "Two docs have the same path",
        "Two docs of one set have the path '{0}' below different folders; the first is read, and the other is left " +
        "out; rename one of them");

    public static readonly DiagnosticDescriptor InternalError = Error("DG0012", "Internal error in DocGen",
        "Internal error in DocGen. Please report it: {0}");

    public static readonly DiagnosticDescriptor InvalidServiceRoot = Error("DG0013", "A service root can't be used",
        "'{0}' can't be a service root: it must be an https URL (http only on loopback) without query, fragment or " +
        "credentials");

    public static readonly DiagnosticDescriptor NothingSelected = Warning("DG0014", "No operation is selected",
        "DocGenInclude ('{0}') and DocGenExclude ('{1}') leave no operation, so no client is generated");

    public static readonly DiagnosticDescriptor UnreadableBlock = Warning("DG0016", "A block can't be read",
        "Internal error in DocGen: this block is left out of the client. Please report it: {0}");

    public static readonly DiagnosticDescriptor NoRequest = Warning("DG0017", "Docs without a request",
        "No page shows a request ({0} read), so no client is generated; write requests like 'GET /tickets/{{id}}', " +
        "with the method in capitals, in code or in a heading");

    public static readonly DiagnosticDescriptor NulCharacters = Warning("DG0018", "A page has NUL characters",
        "This page has NUL characters, so it is not UTF-8, and requests, tables and JSON with them are not read; " +
        "save the file as UTF-8");

    // DG01xx: annotations.
    public static readonly DiagnosticDescriptor UnreadableAnnotation = Warning("DG0101", "An annotation is not JSON",
        "This annotation can't be read as JSON ({0}); the block that it describes is left out of the client");

    public static readonly DiagnosticDescriptor UnknownBlockType = Warning("DG0102", "Unknown blockType",
        "Unknown blockType '{0}'{1}; the block is left out of the client");

    public static readonly DiagnosticDescriptor UnknownAnnotationKey = Info("DG0103", "Unknown annotation key",
        "Unknown annotation key '{0}'{1}; it is ignored");

    public static readonly DiagnosticDescriptor AnnotationWithoutBlock = Warning("DG0104",
        "An annotation without a code block",
        "No code block follows this '{0}' annotation, so nothing is generated from it; put it right above a code " +
        "block");

    public static readonly DiagnosticDescriptor ResponseWithoutRequest = Warning("DG0105",
        "A response without a request",
        "No request on this page belongs to this response; give both the same \"name\", or put the response after " +
        "its request");

    public static readonly DiagnosticDescriptor RequestWithoutResponse = Info("DG0106", "A request without a response",
        "No response on this page belongs to this request; its return type is taken from the text alone");

    public static readonly DiagnosticDescriptor DuplicateRequestName = Info("DG0107",
        "Two pages use the same request name",
        "The request name '{0}' is also used by {1}; both operations are generated; give each a different name");

    public static readonly DiagnosticDescriptor ResourceWithoutName = Warning("DG0108", "A resource without a name",
        "This resource has no \"@odata.type\", so no class is generated for it; add its type");

    public static readonly DiagnosticDescriptor LenientAnnotation = Info("DG0109", "An annotation is not strict JSON",
        "This annotation is read, but it is not strict JSON: {0}");

    public static readonly DiagnosticDescriptor SampleKeyNotInUrl = Info("DG0110", "A sample key is not in the URL",
        "The sample key '{0}' is not in the URL of this request; correct the key or the URL");

    public static readonly DiagnosticDescriptor OtherNamespace = Info("DG0111",
        "An annotation has another namespace than its page",
        "This page says 'Namespace: {0}', but its annotation says '{1}'; the namespace of the annotation is used; " +
        "write the same in both");

    public static readonly DiagnosticDescriptor EmptyBase = Info("DG0112", "A base type is empty",
        "The \"baseType\" of '{0}' is empty; remove it, or name the base type");

    public static readonly DiagnosticDescriptor FenceWithoutAnnotation = Style("DG0113",
        "A fence without an annotation",
        "No annotation describes this {0} fence; its heading and its first line determine its kind");

    public static readonly DiagnosticDescriptor OpenFence = Warning("DG0114", "A fence that is not closed",
        "This block of code contains '{0}', so its closing fence seems to be missing, and the text below it is read " +
        "as code; write {1} on a separate line where the code ends");

    // DG02xx: tables.
    public static readonly DiagnosticDescriptor EmptyTable = Info("DG0201", "A table has no rows",
        "This table of {0} has no usable rows; add rows, or remove the table");

    public static readonly DiagnosticDescriptor MissingColumn = Info("DG0202", "A table lacks a column",
        "This table of {0} has no {1} column");

    public static readonly DiagnosticDescriptor NotInJson = Info("DG0203", "A property is in the table only",
        "The property '{0}' of '{1}' is in the table but not in the JSON; add it to the JSON, or correct its name");

    public static readonly DiagnosticDescriptor NotInTable = Info("DG0204", "A property is in the JSON only",
        "The property '{0}' of '{1}' is in the JSON but in no table, so it has no documentation; add a row for it");

    public static readonly DiagnosticDescriptor LooseTable = Info("DG0205", "A table does not match the JSON",
        "None of the properties under '{0}' is in the JSON of '{1}', so the table is not read as properties of that " +
        "type");

    public static readonly DiagnosticDescriptor FillerRow = Info("DG0206", "A row is template filler",
        "The row '{0}' is left over from a template and is ignored; replace it");

    public static readonly DiagnosticDescriptor PartsWithoutExample = Info("DG0207",
        "Parts without a multipart example",
        "This table describes the parts of a multipart body, but no example shows one; the client sends " +
        "multipart/{0} if a call assigns content in addition to the JSON; add an example");

    public static readonly DiagnosticDescriptor InExamplesOnly = Info("DG0209", "A property is in the examples only",
        "Every example of '{0}' shows properties that no table lists: {1}; they are generated without documentation; " +
        "add them to the table");

    public static readonly DiagnosticDescriptor DuplicateRow = Info("DG0208", "A property is listed twice",
        "'{0}' of '{1}' is listed twice; the first row is used");

    public static readonly DiagnosticDescriptor InvalidHeaderName = Warning("DG0210", "A header name is not valid",
        "'{0}' is not a valid header name (RFC 9110, section 5.6.2); it is left out of the client");

    public static readonly DiagnosticDescriptor ValueNotInTable = Info("DG0211", "A value is in the text only",
        "The text lists values of '{0}' that its table lacks: {1}; they are generated without documentation; add " +
        "them to the table");

    public static readonly DiagnosticDescriptor TranslatedName = Info("DG0212", "A name is translated",
        "The name '{0}' of '{1}' is translated; {2}; write the name that the API uses");

    public static readonly DiagnosticDescriptor LooseParameters = Warning("DG0213", "Parameters without a request",
        "No request is above the table under '{0}', so no operation has these parameters; put the table below " +
        "the heading of a request");

    public static readonly DiagnosticDescriptor UnsentParameters = Warning("DG0214", "Parameters that no request sends",
        "No request of this page sends the parameters of this table: {0}; call its heading 'Query parameters' or " +
        "'Path parameters', or show the request that has them");

    public static readonly DiagnosticDescriptor LostTable = Warning("DG0215", "A table or a column that is not read",
        "{0} is not read: {1}");

    public static readonly DiagnosticDescriptor UnknownTypeWord = Warning("DG0216", "A type that is not known",
        "The type '{0}' of '{1}' is not known, so it is guessed{2}");

    // DG03xx: JSON and types.
    public static readonly DiagnosticDescriptor InvalidJson = Info("DG0301", "JSON is not valid",
        "This JSON is not valid: {0}");

    public static readonly DiagnosticDescriptor InvalidDefinition = Warning("DG0302", "A resource's JSON is not valid",
        "The JSON of the resource '{0}' is not valid: {1}; members may be missing from the class");

    public static readonly DiagnosticDescriptor UnknownType = Warning("DG0303", "A type that no page defines",
        "No page defines the type '{0}', so an open placeholder class '{2}' is generated{1}");

    public static readonly DiagnosticDescriptor TypeByAlias = Info("DG0304", "A type is resolved under another name",
        "The type '{0}' is resolved as '{1}'");

    public static readonly DiagnosticDescriptor ResponseWithoutType = Info("DG0305", "A response without a type",
        "This response has a JSON body and no \"@odata.type\"; its shape is inferred from the example; add the type");

    public static readonly DiagnosticDescriptor FillerValue = Info("DG0306", "A value is template filler",
        "The value '{0}' of '{1}' is left over from a template; show a real one");

    public static readonly DiagnosticDescriptor TypeWithoutBody = Info("DG0307", "A typed response without a body",
        "This response names the type '{0}' but shows no body; show a body, or set \"isEmpty\"");

    public static readonly DiagnosticDescriptor UnknownBase = Warning("DG0308", "A base type that no page defines",
        "No page defines the base type '{0}' of '{1}'{2}");

    public static readonly DiagnosticDescriptor UnclearType = Info("DG0309", "A type is not clear",
        "The type '{0}' of '{1}' is not clear; {2} is used");

    public static readonly DiagnosticDescriptor ExampleDoesNotFit = Info("DG0310", "An example does not fit its type",
        "{0} is {1} in this example, but has the type {2} in {3}");

    public static readonly DiagnosticDescriptor BaseLeftOut = Warning("DG0311", "A base type that is left out",
        "The base type '{0}' of '{1}' is left out: {2}");

    public static readonly DiagnosticDescriptor UndocumentedMember = Info("DG0312",
        "An example has undocumented members",
        "This example shows members that '{0}' does not have: {1}; document them, or the client keeps them as " +
        "additional properties");

    public static readonly DiagnosticDescriptor MissingMember = Info("DG0313", "An example lacks a required member",
        "This example lacks required members: {0}");

    public static readonly DiagnosticDescriptor UnlistedValue = Info("DG0314", "An example has an undocumented value",
        "'{0}' is not a documented value of '{1}'{2}");

    public static readonly DiagnosticDescriptor ErrorWithoutCode = Info("DG0315",
        "An error body without an error object",
        "This error body has no \"error\" object with a code or a message (OData JSON Format 4.01, section 21.1)");

    public static readonly DiagnosticDescriptor EmptyCollection = Info("DG0316", "An example of a collection is empty",
        "This example of a collection shows no item; show one, or set \"isEmpty\"");

    public static readonly DiagnosticDescriptor UnreadExample = Warning("DG0317", "An example that is not read",
        "This example is not read: {0}; its content is missing from the client");

    public static readonly DiagnosticDescriptor OtherShape = Warning("DG0318", "Two responses have different shapes",
        "This example shows {0}, but an earlier one shows {1}; the client reads only the earlier shape");

    public static readonly DiagnosticDescriptor OtherStatusShape = Warning("DG0319",
        "A response of another type than the first",
        "The docs show {1} for {0} and {3} for {2}; the client reads both as the first type and keeps other members " +
        "as additional properties; annotate the examples with a common base type, or document a separate request for " +
        "each");

    // DG04xx: HTTP.
    public static readonly DiagnosticDescriptor UnreadableRequest = Warning("DG0401", "A request can't be read",
        "This request can't be read: {0}");

    public static readonly DiagnosticDescriptor UnreadableResponse = Warning("DG0402", "A response can't be read",
        "This response can't be read: {0}");

    public static readonly DiagnosticDescriptor BlankLineBeforeHeaders = Info("DG0403",
        "A blank line before the headers",
        "HTTP has no blank line between the first line and the headers (RFC 9112, section 2.1); remove it");

    public static readonly DiagnosticDescriptor NoBlankLineBeforeBody = Info("DG0404", "No blank line before the body",
        "HTTP has a blank line between the headers and the body (RFC 9112, section 2.1); insert one");

    public static readonly DiagnosticDescriptor MissingBody = Info("DG0405",
        "The example lacks the body that the text describes",
        "The text describes a body{0}, but this example request has none; show a body");

    public static readonly DiagnosticDescriptor AngleBracketPlaceholder = Info("DG0406",
        "A placeholder in angle brackets",
        "Write the placeholder '<{0}>' as '{{{0}}}'");

    public static readonly DiagnosticDescriptor MisplacedColon = Info("DG0407", "A colon is in the wrong place",
        "'{0}' is read as '{1}': the colon comes right after the path");

    public static readonly DiagnosticDescriptor OtherServiceRoot = Info("DG0408", "Another service root",
        "This example calls '{0}', but the client's service root is '{1}'");

    public static readonly DiagnosticDescriptor StatusDiffers = Info("DG0409",
        "The example and the text disagree on the status",
        "The text says status {0}, but the example shows {1}; the client accepts both; correct one of them");

    public static readonly DiagnosticDescriptor BadMultipart = Warning("DG0410", "A multipart body can't be read",
        "This multipart body can't be read: {0}");

    public static readonly DiagnosticDescriptor UnlabelledFence = Info("DG0411", "A fence without a language",
        "This {0} is in a fence without a language; write ```http");

    public static readonly DiagnosticDescriptor NoOperation = Warning("DG0412", "A page without an operation",
        "This API page shows no HTTP request that can be read, so no operation is generated from it; add a request");

    public static readonly DiagnosticDescriptor OtherAnswer = Info("DG0413",
        "Two responses of one status have different types",
        "An earlier example shows another type for {0}; the client uses that type and ignores '{1}'; annotate both " +
        "examples with a common base type");

    public static readonly DiagnosticDescriptor PagesDisagree = Info("DG0414", "Two pages disagree on one operation",
        "This page and {1} both document the operation '{0}' but differ in {2}; the operation is generated from the " +
        "other page; correct one of the pages");

    public static readonly DiagnosticDescriptor SeveralTypes = Info("DG0421",
        "The URLs of an operation have several types",
        "Other pages use the URLs of '{0}' with several types, so each type gets an operation: {1}");

    public static readonly DiagnosticDescriptor AnswerOutvoted = Info("DG0424",
        "A response has another type than its annotation says",
        "The annotation says '{0}', but the text and the URL or the example say '{1}'; the client uses '{1}'; " +
        "correct the annotation");

    public static readonly DiagnosticDescriptor ForeignInUrl = Info("DG0426", "Text that is not part of a URL",
        "'{0}' is not part of a URL and is {1}");

    public static readonly DiagnosticDescriptor InvalidMediaType = Info("DG0415", "A content type is not a media type",
        "'{0}' is not a media type (RFC 9110, section 8.3.1); the client sends application/octet-stream");

    public static readonly DiagnosticDescriptor MisspeltHeader = Info("DG0416", "A header is misspelt",
        "'{0}' is not a standard header{1}");

    public static readonly DiagnosticDescriptor UnknownMethod = Warning("DG0417", "An unknown HTTP method",
        "'{0}' is not an HTTP method{1}; this URL is left out of the client");

    public static readonly DiagnosticDescriptor LongUrl = Info("DG0418", "A URL is very long",
        "This URL has {0} characters; some clients, proxies and servers reject more than {1}");

    public static readonly DiagnosticDescriptor RequestWithoutOperation = Warning("DG0419",
        "A request without an operation",
        "No operation is generated from '{0} {1}': {2}");

    public static readonly DiagnosticDescriptor NextPage = Warning("DG0420", "A next page that is not followed",
        "{0} identifies the next page, but no documented query option sends it, so a call returns only the " +
        "first page; document the option");

    public static readonly DiagnosticDescriptor NoAnswer = Warning("DG0422", "A request without a documented response",
        "The page shows no response to '{0} {1}', so the client returns {2}; show a response, or name the heading of a "
            +
        "request with the same response");

    public static readonly DiagnosticDescriptor OtherHost = Warning("DG0423", "A request to another host",
        "This page documents requests to '{0}', but the client sends them to '{1}'; put the page into a separate doc " +
        "set");

    public static readonly DiagnosticDescriptor RequestOnConceptPage = Info("DG0425", "A request on a conceptual page",
        "This page is conceptual: '{0}' is an example, and no operation is generated from it");

    public static readonly DiagnosticDescriptor UncountedPages = Warning("DG0427",
        "Pages that the client does not request",
        "'{0}' {1}, so a call returns only one page; document an option for {2}");

    public static readonly DiagnosticDescriptor OpenPlaceholder = Warning("DG0428", "A placeholder that is not closed",
        "Nothing closes '{0}' in this URL, so it is read as '{1}'; write the closing brace");

    public static readonly DiagnosticDescriptor NearlyRequest = Warning("DG0429", "A line that is nearly a request",
        "'{0}' is not read as a request; write '{1}'");

    public static readonly DiagnosticDescriptor BodyInWords = Warning("DG0430",
        "A request body that only words describe",
        "The text says that '{0} {1}' sends a body, but the page does not show it, so the client sends none; show " +
        "the body, list its members, or state its content type");

    public static readonly DiagnosticDescriptor FixedSample = Warning("DG0431", "A URL with a sample in it",
        "'{0}' looks like a sample key, but every call of the generated method sends it as it is; write a " +
        "placeholder such as '{1}'");

    public static readonly DiagnosticDescriptor UnclearRoot = Warning("DG0432", "The service root is not clear",
        "{0}; write one sentence 'The base URL is `https://…`.', or set DocGenServiceRoot");

    // DG05xx: links.
    public static readonly DiagnosticDescriptor MissingPage = Info("DG0501", "A link to a page outside the doc set",
        "'{0}' is not in the doc set");

    public static readonly DiagnosticDescriptor UndefinedReference = Info("DG0502", "A reference that is not defined",
        "This page does not define the reference '{0}', so it is not a link; define it");

    public static readonly DiagnosticDescriptor MissingBookmark = Info("DG0503",
        "A link to a heading that does not exist",
        "No heading of {2} has the bookmark '{0}'{1}");

    public static readonly DiagnosticDescriptor OrphanedPage = Style("DG0504", "No page links to this one",
        "No other page of the set links to this one");

    public static readonly DiagnosticDescriptor IncludeLeftOut = Info("DG0505", "An include that is left out",
        "'{0}' is not included here: {1}");

    // DG06xx: the page.
    public static readonly DiagnosticDescriptor Filler = Info("DG0601", "Template text was left on the page",
        "'{0}' is left over from a template and is not shown as documentation; replace it");

    public static readonly DiagnosticDescriptor NoScopes = Info("DG0602", "A list of scopes is empty",
        "The text announces scopes but lists none; list them");

    public static readonly DiagnosticDescriptor NoTitle = Style("DG0603", "A page without a title",
        "This page has no heading of level 1, which is its title");

    public static readonly DiagnosticDescriptor NoFrontMatter = Style("DG0604", "A page without front matter",
        "This page has no front matter, where publishing tools look for its title and description");

    public static readonly DiagnosticDescriptor HeadingCase = Style("DG0605", "A heading with different capitalization",
        "The heading '{0}' is written '{1}' elsewhere");

    public static readonly DiagnosticDescriptor HeadingOrder = Style("DG0606", "Headings in a different order",
        "The heading '{0}' comes before '{1}' elsewhere");

    public static readonly DiagnosticDescriptor MisspeltHeading = Info("DG0607", "A heading is misspelt",
        "The heading '{0}' does not say what the section contains{1}");

    public static readonly DiagnosticDescriptor OpenTabs = Info("DG0608", "A group of tabs is not closed",
        "No line of three dashes closes this group of tabs, so all text after it belongs to its last tab");

    public static readonly DiagnosticDescriptor TooManyOpeners = Warning("DG0609",
        "A block has too many open delimiters",
        "This block has too many open delimiters ({0}); from here on they are read as text; close or escape them");

    // DG07xx: names.
    public static readonly DiagnosticDescriptor OperationClash = Info("DG0701", "Two operations have the same name",
        "'{0}' is also the name of an operation of {1}; this one is called '{2}'; set \"operation\" in the page " +
        "annotation to choose another name");

    public static readonly DiagnosticDescriptor TableOutvoted = Info("DG0710",
        "A table contradicts the JSON and the examples",
        "The JSON of '{0}' and every example of it contradict its table on the type of {1}; the client uses the type " +
        "in the JSON; correct the table");

    public static readonly DiagnosticDescriptor TypeDefinedTwice = Warning("DG0702",
        "Two pages define a type differently",
        "'{0}' is also defined by {1}, and the two differ in {2}; the members of both are generated; correct one of " +
        "the pages");

    public static readonly DiagnosticDescriptor NameClash = Info("DG0703", "A name is taken",
        "The name '{2}' is already used, so '{0}' of '{1}' is called '{3}'");

    public static readonly DiagnosticDescriptor EnumNamedAsResource = Warning("DG0704",
        "An enumeration has the name of a resource",
        "'{0}' is also a resource, defined by {1}; no enumeration is generated from the values listed here; rename " +
        "one of the two");

    public static readonly DiagnosticDescriptor UrlOfSeveral = Info("DG0705", "Two operations have the same URL",
        "{0} shows another operation with the same URL; the two operations differ in {1}, so both are generated");

    public static readonly DiagnosticDescriptor GroupNamedByOthers = Info("DG0706",
        "Other pages determine the name of a group",
        "This page alone would put its operations into '{0}'; other pages name the group '{1}', and the client " +
        "uses '{1}'");

    public static readonly DiagnosticDescriptor GroupsOfOneType = Info("DG0707", "Two group names for one type",
        "'{0}' and '{1}' name the same type; the operations are in '{1}'");

    public static readonly DiagnosticDescriptor ExampleWithoutCall = Info("DG0711",
        "An example that no method can send",
        "No method of the client can send this request, so no comment shows it as C#: {0}");

    // DG08xx: the surface file.
    public static readonly DiagnosticDescriptor SurfaceGrew = Info("DG0801",
        "The docs have more than their surface file",
        "New since the surface file: {0}; run 'docgen accept' to keep the new C# names");

    public static readonly DiagnosticDescriptor WireBreak = Warning("DG0802", "The docs break callers of the service",
        "{0}: {1}{2}; if the service changed, or the docs were wrong before, run 'docgen accept'");

    public static readonly DiagnosticDescriptor SourceBreak = Warning("DG0803",
        "The docs break C# that calls the client",
        "{0}: {1}{2}; if this is intended, run 'docgen accept'");

    public static readonly DiagnosticDescriptor NameKept = Info("DG0804",
        "The surface file gives another name than the docs",
        "The surface file gives the name '{0}'; the docs alone give '{1}'; to use that, delete '{0}' from the file " +
        "and run 'docgen accept'");

    public static readonly DiagnosticDescriptor UnreadableSurfaceLine = Warning("DG0805",
        "A line of a surface file can't be read",
        "This line of the surface file can't be read and pins nothing: '{0}'; fix it, or run 'docgen accept --force' " +
        "to write the file without it");

    public static readonly DiagnosticDescriptor NewerSurfaceFile = Warning("DG0806",
        "A surface file is newer than DocGen",
        "This surface file has version {0} of the format, but this DocGen reads '{1}', so nothing is pinned; update " +
        "DocGen");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .ToImmutableDictionary(rule => rule.Id);

    /// <summary>All rules, ordered by id.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Get(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Info);

    /// <summary>A rule of style. It is off until a project sets its severity.</summary>
    private static DiagnosticDescriptor Style(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Info, isEnabled: false);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity,
        bool isEnabled = true) =>
        new(id, title, message, "DocGen", severity, isEnabled, helpLinkUri: HelpLink(id, title));

    /// <summary>
    /// The URL of the rule's section on the page about diagnostics, with the anchor that Markdown renderers make for
    /// the heading.
    /// </summary>
    private static string HelpLink(string id, string title)
    {
        string heading = id + " " + title;
        return DocumentationBase + "apidocs/diagnostics.md#"
            + new string([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')
                .Select(c => c == ' ' ? '-' : c)]);
    }
}
