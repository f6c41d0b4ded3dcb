using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the documentation comments of an operation's method, request and URLs.</summary>
internal static class OperationDoc
{
    /// <summary>
    /// Writes the method's comment: summary, return value, exception, permissions, the pages that document the method,
    /// and an example.
    /// </summary>
    public static void Method(CodeWriter writer, OperationDocs docs)
    {
        XmlDoc.Summary(writer, docs.Summary);
        XmlDoc.Element(writer, "returns", XmlDoc.Content(docs.Returns));
        if (docs.Error is { } error)
            XmlDoc.Element(writer, "exception",
                "The service returned an error. " + XmlDoc.Code("ReadBody<" + error + ">()") + " reads it.",
                " cref=\"global::DocGen.ApiException\"");
        var remarks = new List<string>();
        string[] permissions = [.. docs.Permissions.Select(Permission).Where(row => row.Length > 0)];
        if (permissions.Length > 0)
            remarks.Add("<para>Permissions: " + string.Join("; ", permissions) + ".</para>");
        if (XmlDoc.Origins(docs.Origins) is { Length: > 0 } origins)
            remarks.Add(permissions.Length == 0 ? origins : "<para>" + origins + "</para>");
        XmlDoc.Element(writer, "remarks", string.Join("\n", remarks));
        if (docs.Example is { } example)
            XmlDoc.Example(writer, example);
        MemberEmitter.Obsolete(writer, docs.Deprecation);
    }

    /// <summary>
    /// Writes the request's comment. It contains the name of the method and does not repeat the method's comment.
    /// </summary>
    public static void Request(CodeWriter writer, OperationGroup group, Operation operation)
    {
        string method = XmlDoc.Code(group.Name + "." + operation.MethodName + "Async");
        XmlDoc.Element(writer, "summary", "The request of " + method + ".");
        IEnumerable<string> usages = operation.Usages.Select(usage => XmlDoc.Code(operation.HttpMethod + " " + usage));
        XmlDoc.Element(writer, "remarks",
            operation.Usages.IsEmpty
                ? ""
                : "The docs also show, with the same result:\n" + string.Join(",\n", usages) + ".");
        MemberEmitter.Obsolete(writer, operation.Docs.Deprecation);
    }

    /// <summary>Writes a URL's comment: verb, template and parameters.</summary>
    public static void Url(CodeWriter writer, string httpMethod, UrlTemplate url)
    {
        XmlDoc.Element(writer, "summary", XmlDoc.Code(httpMethod + " " + url.Template));

        // The compiler requires a tag for every parameter once one has a tag (CS1573).
        if (url.Parameters.All(parameter => XmlDoc.Content(parameter.Summary).Length == 0))
            return;
        foreach (PathParameter parameter in url.Parameters)
        {
            string content = XmlDoc.Content(parameter.Summary);
            if (content.Length == 0)
                content = XmlDoc.Code(parameter.WireName) + " in the URL.";
            XmlDoc.Element(writer, "param", content, " name=\"" + parameter.Name + "\"");
        }
    }

    private static string Permission(Permission permission)
    {
        string scopes = string.Join(", ", permission.Scopes.Select(XmlDoc.Words).Where(scope => scope.Length > 0));
        return scopes.Length == 0 ? "" : XmlDoc.Words(permission.Kind) + " " + scopes;
    }
}
