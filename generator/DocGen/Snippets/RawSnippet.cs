using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// Writes a request that no method of an operation can send. It uses the verb, URL and JSON of the example.
/// </summary>
internal static class RawSnippet
{
    /// <returns>The statements; null if the body is a form or multipart.</returns>
    public static IEnumerable<Code>? Of(RequestExample example, ExampleUrl url, OperationTable.Found? found,
        SnippetNotes notes)
    {
        string mediaType = example.Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (!example.Form.IsEmpty || mediaType.StartsWith("multipart/", StringComparison.Ordinal))
            return null;
        ResponseShape response = found?.Operation.Response
            ?? new ResponseShape.Value(new TypeRef(TypeKind.Json), IsWrapped: false, default);
        (string method, TypeRef? type) = AnswerCode.Raw(response);
        Code request =
            Code.Call("ApiRequest." + method,
            [Code.Text(Literals.Of(example.HttpMethod)), .. Address(url, found?.Match)]);
        if (example.Body is { } body)
            request = With(request, example, body, mediaType, notes);
        var answer = new AnswerCode([.. notes.Files.Select(file => file.Variable)]);
        ShownHeader[] headers =
            [.. example.Headers
            .Where(header =>
            OptionValues.IsSent(header.Name) && HttpToken.IsToken(header.Name)
            && HttpToken.IsFieldValue(header.Value))];
        return notes.Files.Select(file => file.Opened).Concat(Statements(headers, request, method, type, answer));
    }

    /// <summary>Adds the body: JSON as nodes, any other body as a file.</summary>
    private static Code With(Code request, RequestExample example, string body, string mediaType, SnippetNotes notes)
    {
        bool isOther = mediaType.Length > 0 && !mediaType.EndsWith("json", StringComparison.Ordinal);
        if (!isOther && JsonReader.Read(body).Value is JsonObject or JsonArray)
            return Code.Call(request + ".WithJson", [JsonNodeCode.Of(JsonReader.Read(body).Value!)]);
        var file =
            new SnippetFile("content", FileName.Of(FileName.InPath(example.Target.Split('?')[0]), "content", mediaType),
            body);
        notes.AddFile(file);
        return Code.Call(request + ".WithContent",
            mediaType.Length == 0 ? [Code.Text("content")] : [Code.Text("content"), Code.Text(Literals.Of(mediaType))]);
    }

    private static IEnumerable<Code> Statements(ShownHeader[] headers, Code request, string method, TypeRef? type,
        AnswerCode answer)
    {
        if (headers.Length > 0)
        {
            yield return request.After("var request = ").Before(";");
            foreach (ShownHeader header in headers)
                yield return Code.Text(
                    "request.Headers[" + Literals.Of(header.Name) + "] = " + Literals.Of(header.Value) + ";");
            request = Code.Text("request");
        }

        string sender = method.StartsWith("ToPages", StringComparison.Ordinal) ? "client.GetPages" : "client.SendAsync";
        foreach (Code statement in answer.OfRaw(method, type, Code.Call(sender, [request])))
            yield return statement;
    }

    /// <summary>
    /// Returns the template and the values of its placeholders. A segment that must be escaped in a URL becomes a
    /// placeholder too.
    /// </summary>
    private static IEnumerable<Code> Address(ExampleUrl url, UrlMatch? match)
    {
        var values = new List<string>();
        var segments = new List<string>();
        foreach (string segment in url.Segments.Skip(match?.Skipped ?? url.RootLength))
        {
            string plain = Uri.UnescapeDataString(segment);
            bool isLiteral =
                plain.All(c =>
                c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (
                >= '0' and <= '9') or '-' or '_' or '.' or '$' or '(' or ')' or '=' or '\'' or ',' or ':');
            if (!isLiteral)
                values.Add(plain);
            segments.Add(isLiteral ? plain
                : "{" + values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}");
        }

        string query = string.Join("&", url.Query.Select(pair => pair.Key + "=" + Uri.EscapeDataString(pair.Value)));
        string template = "/" + string.Join("/", segments) + (query.Length > 0 ? "?" + query : "");
        return values.Prepend(template).Select(value => Code.Text(Literals.Of(value)));
    }
}
