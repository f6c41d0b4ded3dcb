using System.Reflection;
using static DocGen.Generator.Surface.ChangeSeverity;

namespace DocGen.Generator.Surface;

/// <summary>The catalogue of changes. A finding may count less than its rule says, never more unless its rule's page
/// tells.</summary>
internal static class SurfaceRules
{
    /// <summary>The address of the page on rules; the build sets it. Rules need it, so it comes first.</summary>
    public static readonly string Page = (typeof(SurfaceRules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "DocumentationBase").Value ?? "") + "docs/rules.md";

    // Operations and their URLs.
    public static readonly SurfaceRule OperationRemoved = new("OPERATION_REMOVED", "An operation is gone", Error,
        Error);
    public static readonly SurfaceRule OperationAdded = new("OPERATION_ADDED", "An operation is new", Info, None);
    public static readonly SurfaceRule OperationVerbChanged = new("OPERATION_VERB_CHANGED",
        "An operation has another verb", Error, None);
    public static readonly SurfaceRule OperationRebound = new("OPERATION_REBOUND", "A C# method calls another request",
        None, Error);
    public static readonly SurfaceRule UrlRemoved = new("URL_REMOVED", "A URL is gone", Error, Error);
    public static readonly SurfaceRule UrlAdded = new("URL_ADDED", "A URL is new", Info, None);
    public static readonly SurfaceRule UrlReplaced = new("URL_REPLACED", "A URL became another", Error, None);
    public static readonly SurfaceRule UrlSlashesChanged = new("URL_SLASHES_CHANGED",
        "A placeholder takes slashes, or takes none", Warning, None);
    public static readonly SurfaceRule PathParameterRenamed = new("PATH_PARAMETER_RENAMED",
        "A path parameter has another C# name", None, Warning);
    public static readonly SurfaceRule ConstructorChanged = new("CONSTRUCTOR_CHANGED",
        "A request is made in another way", None, Error);
    public static readonly SurfaceRule ServiceRootChanged = new("SERVICE_ROOT_CHANGED", "The service root is another",
        Error, None);
    public static readonly SurfaceRule PermissionRaised = new("PERMISSION_RAISED",
        "The least permission is no longer enough", Warning, None);
    public static readonly SurfaceRule PermissionLowered = new("PERMISSION_LOWERED", "A lesser permission is enough",
        Info, None);

    // What a request sends.
    public static readonly SurfaceRule OptionRemoved = new("OPTION_REMOVED",
        "A query option, header or argument is gone", Warning, Error);
    public static readonly SurfaceRule OptionAdded = new("OPTION_ADDED", "A query option, header or argument is new",
        Info, None);
    public static readonly SurfaceRule RequestMemberRemoved = new("REQUEST_MEMBER_REMOVED",
        "A member of a body is gone", Warning, Error);
    public static readonly SurfaceRule RequestMemberAdded = new("REQUEST_MEMBER_ADDED", "A member of a body is new",
        Info, None);
    public static readonly SurfaceRule RequiredMemberAdded = new("REQUIRED_MEMBER_ADDED", "What is new must be sent",
        Error, Error);
    public static readonly SurfaceRule MemberBecameRequired = new("MEMBER_BECAME_REQUIRED",
        "What could be sent must be", Error, Error);
    public static readonly SurfaceRule MemberBecameOptional = new("MEMBER_BECAME_OPTIONAL",
        "What had to be sent can be left out", Info, None);
    public static readonly SurfaceRule RequestMemberTypeChanged = new("REQUEST_MEMBER_TYPE_CHANGED",
        "What is sent has another type", Error, Error);
    public static readonly SurfaceRule RequestBodyRemoved = new("REQUEST_BODY_REMOVED", "A request has no body", Error,
        Error);
    public static readonly SurfaceRule RequestBodyAdded = new("REQUEST_BODY_ADDED", "A request can have a body", Info,
        None);
    public static readonly SurfaceRule RequestBodyTypeChanged = new("REQUEST_BODY_TYPE_CHANGED",
        "A body has another type", Error, Error);
    public static readonly SurfaceRule RequestShapeChanged = new("REQUEST_SHAPE_CHANGED",
        "Members of a request became its body, or the reverse", None, Error);
    public static readonly SurfaceRule RequestMediaTypeChanged = new("REQUEST_MEDIA_TYPE_CHANGED",
        "A body has another media type", Error, None);
    public static readonly SurfaceRule PartRenamed = new("PART_RENAMED", "A part of a body has another name", Error,
        None);

    // What is answered.
    public static readonly SurfaceRule ResponseTypeChanged = new("RESPONSE_TYPE_CHANGED", "An answer has another type",
        Error, Error);
    public static readonly SurfaceRule ResponseKindChanged = new("RESPONSE_KIND_CHANGED",
        "An answer is of another kind", Error, Error);
    public static readonly SurfaceRule ResponseWrapperChanged = new("RESPONSE_WRAPPER_CHANGED",
        "An answer is inside an object, or no longer is", Error, None);
    public static readonly SurfaceRule CollectionPropertyChanged = new("COLLECTION_PROPERTY_CHANGED",
        "The items of a collection are in another member", Error, None);
    public static readonly SurfaceRule PagingChanged = new("PAGING_CHANGED",
        "The next page is asked for in another way", Error, None);
    public static readonly SurfaceRule ResponseClassChanged = new("RESPONSE_CLASS_CHANGED",
        "A method returns another class", None, Error);
    public static readonly SurfaceRule StatusRemoved = new("STATUS_REMOVED", "A status is gone", Warning, None);
    public static readonly SurfaceRule StatusAdded = new("STATUS_ADDED", "A status is new", Info, None);
    public static readonly SurfaceRule ResponseHeaderRemoved = new("RESPONSE_HEADER_REMOVED",
        "A header of an answer is gone", Warning, Error);
    public static readonly SurfaceRule ResponseHeaderAdded = new("RESPONSE_HEADER_ADDED",
        "A header of an answer is new", Info, None);

    // Types.
    public static readonly SurfaceRule TypeRemoved = new("TYPE_REMOVED", "A type is gone", Error, Error);
    public static readonly SurfaceRule TypeAdded = new("TYPE_ADDED", "A type is new", Info, None);
    public static readonly SurfaceRule TypeRecased = new("TYPE_RECASED", "A type's name has other capitals", Warning,
        None);
    public static readonly SurfaceRule TypeBecamePlaceholder = new("TYPE_BECAME_PLACEHOLDER", "No page defines a type",
        None, Warning);
    public static readonly SurfaceRule TypeBecameClosed = new("TYPE_BECAME_CLOSED",
        "A type takes no members of its callers", None, Warning);
    public static readonly SurfaceRule TypeBecameAbstract = new("TYPE_BECAME_ABSTRACT", "A type cannot be made", None,
        Warning);
    public static readonly SurfaceRule BaseChanged = new("BASE_CHANGED", "A type has another base", None, Error);
    public static readonly SurfaceRule PropertyRemoved = new("PROPERTY_REMOVED", "A property is gone", Error, Error);
    public static readonly SurfaceRule PropertyAdded = new("PROPERTY_ADDED", "A property is new", Info, None);
    public static readonly SurfaceRule PropertyRecased = new("PROPERTY_RECASED", "A property's name has other capitals",
        Error, None);
    public static readonly SurfaceRule PropertyTypeChanged = new("PROPERTY_TYPE_CHANGED", "A property has another type",
        Error, Error);
    public static readonly SurfaceRule PropertyCollectionChanged = new("PROPERTY_COLLECTION_CHANGED",
        "A property became a collection, or is none", Error, Error);
    public static readonly SurfaceRule PropertyTypeWidened = new("PROPERTY_TYPE_WIDENED", "A number is wider", Warning,
        Error);
    public static readonly SurfaceRule EnumTypeChanged = new("ENUM_TYPE_CHANGED",
        "A string became an enum, or the reverse", None, Warning);
    public static readonly SurfaceRule EnumMemberRemoved = new("ENUM_MEMBER_REMOVED", "A value of an enum is gone",
        Warning, Error);
    public static readonly SurfaceRule EnumMemberAdded = new("ENUM_MEMBER_ADDED", "A value of an enum is new", Info,
        None);
    public static readonly SurfaceRule EnumMemberRecased = new("ENUM_MEMBER_RECASED",
        "A value of an enum has other capitals", Error, None);
    public static readonly SurfaceRule EnumFlagsChanged = new("ENUM_FLAGS_CHANGED", "Several values at once, or one",
        Error, None);

    // Everything.
    public static readonly SurfaceRule NameChanged = new("NAME_CHANGED", "A C# name is another", None, Error);
    public static readonly SurfaceRule Deprecated = new("DEPRECATED", "Something is deprecated", Info, None);
    public static readonly SurfaceRule Undeprecated = new("UNDEPRECATED", "Something is deprecated no more", Info,
        None);
    public static readonly SurfaceRule PageMoved = new("PAGE_MOVED", "A page has another path", Info, None);

    private static readonly Dictionary<string,
        SurfaceRule> ById = typeof(SurfaceRules).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<SurfaceRule>()
        .ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Every rule, in the order of its id.</summary>
    public static IEnumerable<SurfaceRule> All => ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of an id, or null.</summary>
    public static SurfaceRule? Find(string id) => ById.TryGetValue(id, out SurfaceRule? rule) ? rule : null;
}
