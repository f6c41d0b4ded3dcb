using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes the request class of an operation. It has URLs (a constructor, or methods of a struct), options and a body.
/// </summary>
internal static class RequestEmitter
{
    public static void Emit(CodeWriter writer, OperationGroup group, Operation operation)
    {
        OptionParameter[] options = [
            .. operation.Options.Where(option => !option.IsInherited)
                .OrderBy(option => option.Name, StringComparer.Ordinal)];
        BodyCode body = BodyCode.Of(operation.Body);
        ResponseType response = ResponseType.Of(operation);

        OperationDoc.Request(writer, group, operation);
        if (HasFactories(operation))
            writer.Line("/// <completionlist cref=\"" + operation.RequestClass + "\"/>");
        GeneratedCode.Attribute(writer);
        string payload = Payload.Of(operation.Body) is { } sent ? ", " + TypeNames.Of(sent.Type) : "";
        writer.Declaration(
            "public sealed partial class " + operation.RequestClass,
            TypeNames.Runtime + BaseClass(operation.CommonOptions) + "<" + response.Name + payload + ">");
        writer.Open();
        if (operation.Scopes.Count > 0)
            ScopesField(writer, operation);
        MemberEmitter.Fields(writer, body.Members);
        Urls(writer, operation, body, options);
        body.Properties(writer);
        foreach (OptionParameter option in options)
            OptionCode.Property(writer, option);

        Settings(writer, operation);
        OptionCode.Write(writer, options, OptionLocation.Query, operation.CommonOptions != CommonOptions.None);
        OptionCode.Write(writer, options, OptionLocation.Header);
        OptionCode.Write(writer, options, OptionLocation.Function);
        body.Methods(writer);
        ResponseEmitter.Create(writer, operation, response);
        MemberBits.Types(writer, body.Members);
        writer.Close();
    }

    /// <summary>Whether the method can be called without a request.</summary>
    public static bool NeedsNothing(Operation operation) =>
        ConstructorUrl(operation) is { Parameters.Count: 0 }
            && !HasRequired(BodyCode.Of(operation.Body), operation.Options);

    /// <summary>
    /// Whether callers choose a URL by its factory method. The only URL of an operation is a public constructor. This
    /// constructor remains when other URLs are added.
    /// </summary>
    public static bool HasFactories(Operation operation) => operation.Urls.Any(url => url.FactoryName is not null);

    private static UrlTemplate? ConstructorUrl(Operation operation) =>
        operation.Urls.FirstOrDefault(url => url.FactoryName is null);

    /// <summary>Returns the runtime's base class with the options that many requests share.</summary>
    private static string BaseClass(CommonOptions options) => options switch
    {
        CommonOptions.OfMany => "ApiCollectionRequest",
        CommonOptions.OfOne => "ApiResourceRequest",
        _ => "ApiRequest",
    };

    private static bool HasRequired(BodyCode body, IEnumerable<OptionParameter> options) =>
        body.HasRequired || options.Any(option => option.IsRequired);

    private static void Urls(CodeWriter writer, Operation operation, BodyCode body, OptionParameter[] options)
    {
        bool hasRequired = HasRequired(body, options);
        UrlTemplate? constructor = ConstructorUrl(operation);
        if (constructor is not null)
        {
            Constructor(writer, operation, constructor);
            if (!hasRequired && constructor.Parameters.Count == 1)
                Conversion(writer, operation.RequestClass, constructor.Parameters[0]);
        }

        if (!HasFactories(operation))
            return;

        if (hasRequired)
        {
            UrlConstructor(writer, operation);
        }
        else
        {
            TemplateConstructor(writer, operation);
            CopyConstructor(writer, operation, body, options);
        }

        writer.Separate();
        writer.Line("/// <summary>Creates a request for one of the documented URLs.</summary>");
        writer.Line("public static " + ReservedNames.UrlsStruct + " " + ReservedNames.UrlsProperty + " => default;");
        UrlsStruct(writer, operation, hasRequired, isBesideConstructor: constructor is not null);
    }

    private static void Constructor(CodeWriter writer, Operation operation, UrlTemplate url)
    {
        writer.Separate();
        OperationDoc.Url(writer, operation.HttpMethod, url);
        MemberEmitter.Constructor(
            writer,
            "public " + operation.RequestClass,
            Parameters(url),
            [CSharpText.Literal(operation.HttpMethod), .. Arguments(url)]);
    }

    private static void Conversion(CodeWriter writer, string requestClass, PathParameter parameter)
    {
        writer.Separate();
        writer.Expression(
            "public static implicit operator " + requestClass + "(" + Parameter(parameter) + ")",
            "new(" + CSharpText.Identifier(parameter.Name) + ")");
    }

    // Writes a constructor and no conversion from a URL, because only an object initializer can assign required
    // members.
    private static void UrlConstructor(CodeWriter writer, Operation operation)
    {
        writer.Separate();
        writer.Line(
            "/// <summary>Creates a request for a URL from <c>" + ReservedNames.UrlsProperty + "</c>.</summary>");
        MemberEmitter.Constructor(
            writer,
            "public " + operation.RequestClass,
            [UrlOf(operation.RequestClass) + " url"],
            [CSharpText.Literal(operation.HttpMethod), "url.UriTemplate", "url.PathParameters"]);
    }

    private static void TemplateConstructor(CodeWriter writer, Operation operation)
    {
        writer.Separate();
        MemberEmitter.Constructor(
            writer,
            "private " + operation.RequestClass,
            ["string url", "params string[] parameters"],
            [CSharpText.Literal(operation.HttpMethod), "url", "parameters"]);
    }

    private static void CopyConstructor(
        CodeWriter writer, Operation operation, BodyCode body, IReadOnlyList<OptionParameter> options)
    {
        writer.Separate();
        writer.Line("/// <summary>Creates a copy that an object initializer can complete.</summary>");
        int members = body.Members.Count;
        string[] states = members > 0 ? [MemberBits.Field(members)] : [];
        IEnumerable<string> names = states.Concat(body.Members.Select(member => member.Field))
            .Concat(body.AutoProperties.Select(property => property.Name))
            .Concat(options.Select(option => option.Name));
        MemberEmitter.Constructor(
            writer,
            "public " + operation.RequestClass,
            [operation.RequestClass + " other"],
            ["other"],
            [.. names.Select(name => name + " = other." + name + ";")]);
    }

    private static void UrlsStruct(CodeWriter writer, Operation operation, bool hasRequired, bool isBesideConstructor)
    {
        writer.Separate();
        writer.Line("public readonly struct " + ReservedNames.UrlsStruct);
        writer.Open();
        string made = hasRequired ? UrlOf(operation.RequestClass) : operation.RequestClass;
        foreach (UrlTemplate url in operation.Urls.Where(url => url.FactoryName is not null)
            .OrderBy(url => url.FactoryName, StringComparer.Ordinal).ThenBy(url => url.Parameters.Count))
        {
            writer.Separate();
            OperationDoc.Url(writer, operation.HttpMethod, url);
            writer.Expression("public " + made + " " + CSharpText.Identifier(url.FactoryName!), Parameters(url),
                new Call("new", isBesideConstructor && !hasRequired ? AsArray(Arguments(url)) : Arguments(url)));
        }

        writer.Close();
    }

    // An array selects the private constructor. Separate arguments would call the public one.
    private static string[] AsArray(string[] arguments) =>
        [arguments[0], "[" + string.Join(", ", arguments.Skip(1)) + "]"];

    private static string UrlOf(string requestClass) => TypeNames.Infrastructure + "RequestUrl<" + requestClass + ">";

    private static string[] Parameters(UrlTemplate url) => [.. url.Parameters.Select(Parameter)];

    private static string Parameter(PathParameter parameter) =>
        TypeNames.Of(parameter.Type ?? TypeRef.String) + " " + CSharpText.Identifier(parameter.Name);

    private static string[] Arguments(UrlTemplate url) =>
        [CSharpText.Literal(url.Template), .. url.Parameters.Select(Argument)];

    private static string Argument(PathParameter parameter)
    {
        string name = CSharpText.Identifier(parameter.Name);
        return parameter.Type is null ? name : TypeNames.Infrastructure + "PathValue.Of(" + name + ")";
    }

    private static void ScopesField(CodeWriter writer, Operation operation)
    {
        writer.Line("private static readonly string[] DocumentedScopes = ["
            + string.Join(", ", operation.Scopes.Select(CSharpText.Literal)) + "];");
        writer.Separate();
    }

    private static void Settings(CodeWriter writer, Operation operation)
    {
        if (operation.Scopes.Count > 0)
        {
            writer.Separate();
            writer.Expression(
                "protected override " + TypeNames.Collections + "IReadOnlyList<string> Scopes", "DocumentedScopes");
        }

        if (operation.IsIdempotent is { } isIdempotent)
        {
            writer.Separate();
            writer.Expression("protected override bool? IsIdempotent", isIdempotent ? "true" : "false");
        }

        if (operation.Response is ResponseShape.Stream)
        {
            writer.Separate();
            writer.Expression("protected override bool StreamsResponse", "true");
        }
    }
}
