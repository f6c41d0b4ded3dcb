namespace DocGen.Generator.Naming;

/// <summary>
/// The names that emitted classes use for themselves or inherit. Linking gives no member one of them, and gives no two
/// members of a class names that differ only in the case of their first letter.
/// </summary>
internal static class ReservedNames
{
    /// <summary>The states of a class's members: the field, or the first word of <see cref="WordsField"/>.</summary>
    public const string StatesField = "_bits";

    /// <summary>The field of the states from the 17th member on, when they need more than a word.</summary>
    public const string WordsField = "_bitWords";

    /// <summary>The type of <see cref="WordsField"/>.</summary>
    public const string WordsStruct = "BitWords";

    /// <summary>The enum that numbers the members.</summary>
    public const string NumbersEnum = "Bit";

    /// <summary>The runtime's method that compares the names of types.</summary>
    public const string NamesType = "NamesType";

    /// <summary>Not for a property of a resource.</summary>
    public static readonly IReadOnlyCollection<string> ResourceMembers = Set(
        "AdditionalProperties", NumbersEnum, WordsStruct, "Clone", "HasChanges", "HasDerivedTypes", NamesType,
        "ODataType", "ODataTypeName", "ReadMember", "VisitMembers",
        "WriteMembers");

    /// <summary>The struct of a request's URLs.</summary>
    public const string UrlsStruct = "Urls";

    /// <summary>The property of a request that gives its URLs.</summary>
    public const string UrlsProperty = "At";

    /// <summary>Not for a URL of a request.</summary>
    public static readonly IReadOnlyCollection<string> UrlMembers = Set(UrlsStruct);

    /// <summary>Not for an option or a body member of a request.</summary>
    public static readonly IReadOnlyCollection<string> RequestMembers = Set(
        NumbersEnum, WordsStruct, "CreateBody", "CreateResponse", "DocumentedScopes", "Headers", "IsIdempotent",
        "Method", "Query", "Scopes",
        "StreamsResponse", "To", "ToJson", "ToPages", "ToStream", "UriTemplate", "WriteBody", "WriteForm",
        "WriteFunctionArguments", "WriteHeaders", "WriteQuery");

    /// <summary>The same for a request with several URLs. One that gains a second URL changes for its callers
    /// anyway.</summary>
    public static readonly IReadOnlyCollection<string> RequestMembersBesideUrls =
        new HashSet<string>([.. RequestMembers, UrlsStruct, UrlsProperty], StringComparer.OrdinalIgnoreCase);

    /// <summary>Not for a typed header of a response.</summary>
    public static readonly IReadOnlyCollection<string> ResponseMembers = Set(
        "CompleteAsync", "Content", "ContentLength", "ContentRange", "ContentType", "CopyToAsync", "DeleteAsync",
        "Dispose",
        "DisposeAsync", "FromLocation", "FromUploadUrl", "HasValue", "Headers", "IsCompleted", "Location",
        "RequestId", "Status", "UploadAsync", "UploadUrl", "Value", "WaitForCompletionAsync");

    /// <summary>The same for a response that has no <c>Location</c> of its own.</summary>
    public static readonly IReadOnlyCollection<string> PlainResponseMembers =
        new HashSet<string>(ResponseMembers.Where(name => name != "Location"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Not for a member of an enum.</summary>
    public static readonly IReadOnlyCollection<string> EnumMembers = Set("Clone", "HasFlag", "PrintMembers", "Value",
        "Values");

    /// <summary>Not for an operation group's property of the client.</summary>
    public static readonly IReadOnlyCollection<string> ClientMembers = Set("CreateHandler", "Dispose", "GetPages",
        "SendAsync");

    /// <summary>
    /// Not for a resource or an enum: a type can't have the name of one of its own members, nor of the attribute on it.
    /// </summary>
    public static readonly IReadOnlyCollection<string> Types = new HashSet<string>(
        [.. ResourceMembers, .. EnumMembers, "GeneratedCodeAttribute"], StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Set(params string[] names) => new(
        [
            .. names, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
            // Fields are named after properties, so the field of a property of this name would be the states' own.
            "Bits",
        ],
        StringComparer.OrdinalIgnoreCase);
}
