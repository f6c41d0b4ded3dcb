using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Documentation comments of what belongs to an operation.</summary>
internal static class OperationDoc
{
    /// <summary>The method's: what it does, what it needs, what it returns and where that was documented.</summary>
    public static void Method(CodeWriter writer, OperationDocs docs)
    {
        XmlDoc.Summary(writer, docs.Summary);
        XmlDoc.Element(writer, "returns", XmlDoc.Content(docs.Returns));
        if (docs.Error is { } error)
            XmlDoc.Element(writer, "exception",
                "The service answers with an error, which " + XmlDoc.Code("ReadBody<" + error + ">()") + " reads.",
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

    /// <summary>The request's, which points at the method: its words are not said twice.</summary>
    public static void Request(CodeWriter writer, OperationGroup group, Operation operation)
    {
        string method = XmlDoc.Code(group.Name + "." + operation.MethodName + "Async");
        XmlDoc.Element(writer, "summary", "The request of " + method + ".");
        IEnumerable<string> usages = operation.Usages.Select(usage => XmlDoc.Code(operation.HttpMethod + " " + usage));
        XmlDoc.Element(writer, "remarks",
            operation.Usages.IsEmpty ? "" : "The docs also lead to the same by\n" + string.Join(",\n", usages) + ".");
        MemberEmitter.Obsolete(writer, operation.Docs.Deprecation);
    }

    /// <summary>A URL's: verb and template, and its parameters.</summary>
    public static void Url(CodeWriter writer, string httpMethod, UrlTemplate url)
    {
        XmlDoc.Element(writer, "summary", XmlDoc.Code(httpMethod + " " + url.Template));

        // The compiler wants a tag for every parameter as soon as there is one for any (CS1573).
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
