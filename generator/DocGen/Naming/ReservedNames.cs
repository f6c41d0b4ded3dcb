namespace DocGen.Generator.Naming;

/// <summary>
/// The names that emitted classes use or inherit. The linking stage does not give members these names. The names of two
/// members of a class also never differ only in case.
/// </summary>
internal static class ReservedNames
{
    /// <summary>
    /// The field with the states of a class's members, or the first word of <see cref="WordsField"/>.
    /// </summary>
    public const string StatesField = "_bits";

    /// <summary>
    /// The field with the states of the 17th and later members, for classes that need more than one word.
    /// </summary>
    public const string WordsField = "_bitWords";

    /// <summary>The type of <see cref="WordsField"/>.</summary>
    public const string WordsStruct = "BitWords";

    /// <summary>The enum that numbers the members.</summary>
    public const string NumbersEnum = "Bit";

    /// <summary>The runtime's method that compares the names of types.</summary>
    public const string NamesType = "NamesType";

    /// <summary>Names not allowed for a property of a resource.</summary>
    public static readonly IReadOnlyCollection<string> ResourceMembers = Set(
        "AdditionalProperties", NumbersEnum, WordsStruct, "Clone", "HasChanges", "HasDerivedTypes", NamesType,
        "ODataType", "ODataTypeName", "ReadMember", "VisitMembers",
        "WriteMembers");

    /// <summary>The struct with a request's URLs.</summary>
    public const string UrlsStruct = "Urls";

    /// <summary>The property of a request that returns its URLs.</summary>
    public const string UrlsProperty = "At";

    /// <summary>Names not allowed for a URL of a request.</summary>
    public static readonly IReadOnlyCollection<string> UrlMembers = Set(UrlsStruct);

    /// <summary>Names not allowed for an option or a body member of a request.</summary>
    public static readonly IReadOnlyCollection<string> RequestMembers = Set(
        NumbersEnum, WordsStruct, "CreateBody", "CreateResponse", "DocumentedScopes", "Headers", "IsIdempotent",
        "Method", "Query", "Scopes",
        "StreamsResponse", "To", "ToJson", "ToPages", "ToStream", "UriTemplate", "WriteBody", "WriteForm",
        "WriteFunctionArguments", "WriteHeaders", "WriteQuery");

    /// <summary>
    /// Names not allowed for a member of a request with several URLs. The additional names are reserved only for these
    /// requests. If a request gains a second URL, its callers must change anyway, so a renamed member does no further
    /// harm.
    /// </summary>
    public static readonly IReadOnlyCollection<string> RequestMembersBesideUrls =
        new HashSet<string>([.. RequestMembers, UrlsStruct, UrlsProperty], StringComparer.OrdinalIgnoreCase);

    /// <summary>Names not allowed for a typed header of a response.</summary>
    public static readonly IReadOnlyCollection<string> ResponseMembers = Set(
        "CompleteAsync", "Content", "ContentLength", "ContentRange", "ContentType", "CopyToAsync", "DeleteAsync",
        "Dispose",
        "DisposeAsync", "FromLocation", "FromUploadUrl", "HasValue", "Headers", "IsCompleted", "Location",
        "RequestId", "Status", "UploadAsync", "UploadUrl", "Value", "WaitForCompletionAsync");

    /// <summary>Names not allowed for a typed header of a response without a <c>Location</c> property.</summary>
    public static readonly IReadOnlyCollection<string> PlainResponseMembers =
        new HashSet<string>(ResponseMembers.Where(name => name != "Location"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names not allowed for a member of an enum.</summary>
    public static readonly IReadOnlyCollection<string> EnumMembers = Set("Clone", "HasFlag", "PrintMembers", "Value",
        "Values");

    /// <summary>Names not allowed for the client's property for an operation group.</summary>
    public static readonly IReadOnlyCollection<string> ClientMembers = Set("CreateHandler", "Dispose", "GetPages",
        "SendAsync");

    /// <summary>
    /// Names not allowed for a resource or an enum. A type can't have the name of one of its members, or of its
    /// attribute.
    /// </summary>
    public static readonly IReadOnlyCollection<string> Types = new HashSet<string>(
        [.. ResourceMembers, .. EnumMembers, "GeneratedCodeAttribute"], StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Set(params string[] names) => new(
        [
            .. names, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
            // Fields are named after properties, so a property Bits would get the field of the member states.
            "Bits",
        ],
        StringComparer.OrdinalIgnoreCase);
}
