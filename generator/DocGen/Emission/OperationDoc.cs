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
        var remarks = new List<string>();
        string[] permissions = [.. docs.Permissions.Select(PermissionItem).Where(item => item.Length > 0)];
        if (permissions.Length > 0)
        {
            remarks.Add("Permissions:");
            remarks.Add("<list" + XmlDoc.FixedSpace + "type=\"bullet\">");
            remarks.AddRange(permissions);
            remarks.Add("</list>");
        }

        if (XmlDoc.Origins(docs.Origins) is { Length: > 0 } origins)
            remarks.Add(origins);
        XmlDoc.Element(writer, "remarks", string.Join("\n", remarks));
        MemberEmitter.Obsolete(writer, docs.Deprecation);
    }

    /// <summary>The request's: the method's words say what it is for.</summary>
    public static void Request(CodeWriter writer, OperationDocs docs)
    {
        XmlDoc.Summary(writer, docs.Summary);
        XmlDoc.Element(writer, "remarks", XmlDoc.Origins(docs.Origins));
        MemberEmitter.Obsolete(writer, docs.Deprecation);
    }

    /// <summary>The response's.</summary>
    public static void Response(CodeWriter writer, OperationDocs docs)
    {
        XmlDoc.Summary(writer, docs.Returns);
        XmlDoc.Element(writer, "remarks", XmlDoc.Origins(docs.Origins));
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

    private static string PermissionItem(Permission permission)
    {
        string scopes = string.Join(", ", permission.Scopes.Select(XmlDoc.Code).Where(code => code.Length > 0));
        return scopes.Length == 0
            ? ""
            : "<item><description>" + XmlDoc.Words(permission.Kind) + ": " + scopes + "</description></item>";
    }
}
