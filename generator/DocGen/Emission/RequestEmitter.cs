using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the class of an operation's request: URLs as constructor or factories, options, body.</summary>
internal static class RequestEmitter
{
    public static void Emit(CodeWriter writer, OperationGroup group, Operation operation)
    {
        OptionParameter[] options = [.. operation.Options.Where(option => !option.IsInherited).OrderBy(option => option.Name, StringComparer.Ordinal)];
        BodyCode body = BodyCode.Of(operation.Body);
        ResponseType response = ResponseType.Of(operation);

        OperationDoc.Request(writer, group, operation);
        GeneratedCode.Attribute(writer);
        writer.Declaration(
            "public sealed partial class " + operation.RequestClass,
            TypeNames.Runtime + BaseClass(operation.CommonOptions) + "<" + response.Name + ">");
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
        operation.Urls.Count == 1
        && operation.Urls[0] is { FactoryName: null, Parameters.Count: 0 }
        && !HasRequired(BodyCode.Of(operation.Body), operation.Options);

    /// <summary>The runtime's class that has the options that many requests take.</summary>
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
        if (operation.Urls.Count == 1 && operation.Urls[0].FactoryName is null)
        {
            Constructor(writer, operation, operation.Urls[0]);
            return;
        }

        TemplateConstructor(writer, operation, HasRequired(body, options));
        CopyConstructor(writer, operation, body, options);
        UrlTemplate[] urls =
        [
            .. operation.Urls
                .OrderBy(url => url.FactoryName, StringComparer.Ordinal)
                .ThenBy(url => url.Parameters.Count),
        ];
        foreach (UrlTemplate url in urls)
            Factory(writer, operation, url);
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

    private static void TemplateConstructor(CodeWriter writer, Operation operation, bool hasRequired)
    {
        writer.Separate();
        if (hasRequired)
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
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
        writer.Line("/// <summary>A copy, to be completed by an object initializer.</summary>");
        int members = body.Members.Count;
        string[] states = members > 0 ? [MemberBits.Field(members)] : [];
        IEnumerable<string> fields = states.Concat(body.Members.Select(member => member.Field));
        // The setter of a required member refuses null, which is what the original may still have.
        string[] statements =
        [
            .. fields.Select(field => field + " = other." + field + ";"),
            .. body.AutoProperties.Concat(options.Select(option => (option.Name, option.IsRequired)))
                .Select(property => property.Name + " = other." + property.Name + (property.IsRequired ? "!;" : ";")),
        ];
        MemberEmitter.Constructor(
            writer, "public " + operation.RequestClass, [operation.RequestClass + " other"], ["other"], statements);
    }

    private static void Factory(CodeWriter writer, Operation operation, UrlTemplate url)
    {
        writer.Separate();
        OperationDoc.Url(writer, operation.HttpMethod, url);
        writer.Expression(
            "public static " + operation.RequestClass + " " + CSharpText.Identifier(url.FactoryName ?? "Create"),
            Parameters(url),
            new Call("new", Arguments(url)));
    }

    private static string[] Parameters(UrlTemplate url) =>
        [.. url.Parameters.Select(parameter => "string " + CSharpText.Identifier(parameter.Name))];

    private static string[] Arguments(UrlTemplate url) =>
        [CSharpText.Literal(url.Template), .. url.Parameters.Select(parameter => CSharpText.Identifier(parameter.Name))];

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
