using System.Reflection;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>
/// The catalogue of change rules. A finding may have a lower severity than its rule. It has a higher severity
/// only if the page on rules says so.
/// </summary>
internal static class SurfaceRules
{
    /// <summary>
    /// The URL of the page on rules; the build sets it. It is declared before the rules, which use it.
    /// </summary>
    public static readonly string Page = (typeof(SurfaceRules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "DocumentationBase").Value ?? "") + "docs/rules.md";

    // Operations and their URLs.
    public static readonly SurfaceRule OperationRemoved = new("OPERATION_REMOVED",
        "An operation was removed", Error, Error);
    public static readonly SurfaceRule OperationAdded = new("OPERATION_ADDED", "An operation was added", Info, None);
    public static readonly SurfaceRule OperationVerbChanged = new("OPERATION_VERB_CHANGED",
        "The HTTP method of an operation changed", Error, None);
    public static readonly SurfaceRule OperationRebound = new("OPERATION_REBOUND",
        "A C# method sends another request", None, Error);
    public static readonly SurfaceRule UrlRemoved = new("URL_REMOVED", "A URL was removed", Error, Error);
    public static readonly SurfaceRule UrlAdded = new("URL_ADDED", "A URL was added", Info, None);
    public static readonly SurfaceRule UrlReplaced = new("URL_REPLACED", "A URL was replaced", Error, None);
    public static readonly SurfaceRule UrlSlashesChanged = new("URL_SLASHES_CHANGED",
        "The escaping of slashes in a placeholder changed", Warning, None);
    public static readonly SurfaceRule PathParameterRenamed = new("PATH_PARAMETER_RENAMED",
        "The C# name of a path parameter changed", None, Warning);
    public static readonly SurfaceRule ConstructorChanged = new("CONSTRUCTOR_CHANGED",
        "The constructor or factory of a request changed", None, Error);
    public static readonly SurfaceRule ServiceRootChanged = new("SERVICE_ROOT_CHANGED",
        "The service root changed", Error, None);
    public static readonly SurfaceRule PermissionRaised = new("PERMISSION_RAISED",
        "The least privileged permission is no longer enough", Warning, None);
    public static readonly SurfaceRule PermissionLowered = new("PERMISSION_LOWERED",
        "A less privileged permission is enough", Info, None);

    // Requests.
    public static readonly SurfaceRule OptionRemoved = new("OPTION_REMOVED",
        "A query option, header or argument was removed", Warning, Error);
    public static readonly SurfaceRule OptionAdded = new("OPTION_ADDED",
        "A query option, header or argument was added", Info, None);
    public static readonly SurfaceRule RequestMemberRemoved = new("REQUEST_MEMBER_REMOVED",
        "A member of a request body was removed", Warning, Error);
    public static readonly SurfaceRule RequestMemberAdded = new("REQUEST_MEMBER_ADDED",
        "A member of a request body was added", Info, None);
    public static readonly SurfaceRule RequiredMemberAdded = new("REQUIRED_MEMBER_ADDED",
        "A required option or member was added", Error, Error);
    public static readonly SurfaceRule MemberBecameRequired = new("MEMBER_BECAME_REQUIRED",
        "An option or member became required", Error, Error);
    public static readonly SurfaceRule MemberBecameOptional = new("MEMBER_BECAME_OPTIONAL",
        "An option or member became optional", Info, None);
    public static readonly SurfaceRule RequestMemberTypeChanged = new("REQUEST_MEMBER_TYPE_CHANGED",
        "The type of an option or member changed", Error, Error);
    public static readonly SurfaceRule RequestBodyRemoved = new("REQUEST_BODY_REMOVED",
        "A request body was removed", Error, Error);
    public static readonly SurfaceRule RequestBodyAdded = new("REQUEST_BODY_ADDED",
        "A request body was added", Info, None);
    public static readonly SurfaceRule RequestBodyTypeChanged = new("REQUEST_BODY_TYPE_CHANGED",
        "The type of a request body changed", Error, Error);
    public static readonly SurfaceRule RequestShapeChanged = new("REQUEST_SHAPE_CHANGED",
        "Members of a request became its body, or the reverse", None, Error);
    public static readonly SurfaceRule RequestMediaTypeChanged = new("REQUEST_MEDIA_TYPE_CHANGED",
        "The media type of a request body changed", Error, None);
    public static readonly SurfaceRule PartRenamed = new("PART_RENAMED",
        "A part of a multipart body was renamed", Error, None);

    // Responses.
    public static readonly SurfaceRule ResponseTypeChanged = new("RESPONSE_TYPE_CHANGED",
        "The type of a response changed", Error, Error);
    public static readonly SurfaceRule ResponseKindChanged = new("RESPONSE_KIND_CHANGED",
        "The kind of a response changed", Error, Error);
    public static readonly SurfaceRule ResponseWrapperChanged = new("RESPONSE_WRAPPER_CHANGED",
        "The value of a response was wrapped in an object, or unwrapped", Error, None);
    public static readonly SurfaceRule CollectionPropertyChanged = new("COLLECTION_PROPERTY_CHANGED",
        "The items of a collection moved to another member", Error, None);
    public static readonly SurfaceRule PagingChanged = new("PAGING_CHANGED",
        "The request for the next page changed", Error, None);
    public static readonly SurfaceRule ResponseClassChanged = new("RESPONSE_CLASS_CHANGED",
        "The class that a method returns changed", None, Error);
    public static readonly SurfaceRule StatusRemoved = new("STATUS_REMOVED",
        "A success status was removed", Warning, None);
    public static readonly SurfaceRule StatusAdded = new("STATUS_ADDED", "A success status was added", Info, None);
    public static readonly SurfaceRule ResponseHeaderRemoved = new("RESPONSE_HEADER_REMOVED",
        "A response header was removed", Warning, Error);
    public static readonly SurfaceRule ResponseHeaderAdded = new("RESPONSE_HEADER_ADDED",
        "A response header was added", Info, None);

    // Types.
    public static readonly SurfaceRule TypeRemoved = new("TYPE_REMOVED", "A type was removed", Error, Error);
    public static readonly SurfaceRule TypeAdded = new("TYPE_ADDED", "A type was added", Info, None);
    public static readonly SurfaceRule TypeRecased = new("TYPE_RECASED",
        "The capitalization of a type name changed", Warning, None);
    public static readonly SurfaceRule TypeBecamePlaceholder = new("TYPE_BECAME_PLACEHOLDER",
        "The definition of a type was removed", None, Warning);
    public static readonly SurfaceRule TypeBecameClosed = new("TYPE_BECAME_CLOSED",
        "An open type became closed", None, Warning);
    public static readonly SurfaceRule TypeBecameAbstract = new("TYPE_BECAME_ABSTRACT",
        "A type became abstract", None, Warning);
    public static readonly SurfaceRule BaseChanged = new("BASE_CHANGED",
        "The base type of a type changed", None, Error);
    public static readonly SurfaceRule PropertyRemoved = new("PROPERTY_REMOVED",
        "A property was removed", Error, Error);
    public static readonly SurfaceRule PropertyAdded = new("PROPERTY_ADDED", "A property was added", Info, None);
    public static readonly SurfaceRule PropertyRecased = new("PROPERTY_RECASED",
        "The capitalization of a property name changed", Error, None);
    public static readonly SurfaceRule PropertyTypeChanged = new("PROPERTY_TYPE_CHANGED",
        "The type of a property changed", Error, Error);
    public static readonly SurfaceRule PropertyCollectionChanged = new("PROPERTY_COLLECTION_CHANGED",
        "A property became a collection, or a single value", Error, Error);
    public static readonly SurfaceRule PropertyTypeWidened = new("PROPERTY_TYPE_WIDENED",
        "The number type of a property became wider", Warning, Error);
    public static readonly SurfaceRule EnumTypeChanged = new("ENUM_TYPE_CHANGED",
        "A string became an enum, or the reverse", None, Warning);
    public static readonly SurfaceRule EnumMemberRemoved = new("ENUM_MEMBER_REMOVED",
        "An enum value was removed", Warning, Error);
    public static readonly SurfaceRule EnumMemberAdded = new("ENUM_MEMBER_ADDED",
        "An enum value was added", Info, None);
    public static readonly SurfaceRule EnumMemberRecased = new("ENUM_MEMBER_RECASED",
        "The capitalization of an enum value changed", Error, None);
    public static readonly SurfaceRule EnumFlagsChanged = new("ENUM_FLAGS_CHANGED",
        "An enum became flags, or a single value", Error, None);

    // All parts of the API.
    public static readonly SurfaceRule NameChanged = new("NAME_CHANGED", "A C# name changed", None, Error);
    public static readonly SurfaceRule Deprecated = new("DEPRECATED",
        "An operation, type or property was deprecated", Info, None);
    public static readonly SurfaceRule Undeprecated = new("UNDEPRECATED",
        "An operation, type or property is no longer deprecated", Info, None);
    public static readonly SurfaceRule PageMoved = new("PAGE_MOVED", "A page was moved", Info, None);

    private static readonly Dictionary<string,
        SurfaceRule> ById = typeof(SurfaceRules).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<SurfaceRule>()
        .ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, ordered by id.</summary>
    public static IEnumerable<SurfaceRule> All => ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with an id, or null.</summary>
    public static SurfaceRule? Find(string id) => ById.TryGetValue(id, out SurfaceRule? rule) ? rule : null;
}
