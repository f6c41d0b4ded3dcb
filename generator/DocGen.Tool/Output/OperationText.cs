using System.Text;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Tool.Output;

/// <summary>Writes operations as plain text.</summary>
internal static class OperationText
{
    /// <summary>The name of an operation on the command line: <c>Tickets.Create</c>.</summary>
    public static string NameOf(OperationGroup group, Operation operation) => group.Name + "." + operation.MethodName;

    /// <summary>Returns one line per URL, with the name, the verb and the URL.</summary>
    public static string List(IEnumerable<(OperationGroup Group, Operation Operation)> operations)
    {
        var text = new StringBuilder();
        foreach ((OperationGroup group, Operation operation) in operations)
        {
            foreach (UrlTemplate url in operation.Urls)
                text.Append($"{NameOf(group, operation),-40} {operation.HttpMethod,-6} {url.Path.Text}\n");
        }

        return text.ToString();
    }

    public static string Show(OperationGroup group, Operation operation)
    {
        var text = new StringBuilder();
        text.Append($"{NameOf(group, operation)}Async\n");
        if (operation.Docs.Summary?.ToPlainText() is { Length: > 0 } summary)
            text.Append($"  {summary}\n");
        foreach (UrlTemplate url in operation.Urls)
            text.Append($"  {operation.HttpMethod} {url.Path.Text}  {Factory(operation, url)}\n");
        foreach (OptionParameter option in operation.Options.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            string required = option.IsRequired ? ", required" : "";
            text.Append(
                $"  {option.Location.ToString().ToLowerInvariant()} {option.WireName}: {Type(option.Type)} " +
                $"{option.Name}{required}\n");
        }

        if (Payload.Of(operation.Body) is { } payload)
            text.Append($"  body: {Type(payload.Type)} {payload.Name}\n");
        foreach (BodyMember member in operation.Body?.JsonObject?.Members ?? default)
            text.Append(
                $"  body {member.JsonName}: {Type(member.Type)} " +
                $"{member.Name}{(member.IsRequired ? ", required" : "")}\n");
        foreach (BodyMember field in (operation.Body as RequestBody.Form)?.Fields ?? default)
            text.Append($"  form {field.JsonName}: {Type(field.Type)} {field.Name}\n");
        text.Append(
            $"  returns {Short(ResponseType.Of(operation).Returned)}, status " +
            $"{string.Join(", ", operation.Response.Statuses)}\n");
        foreach (string page in operation.Docs.Origins.Select(origin => origin.Page).Distinct())
            text.Append($"  documented in {page}\n");
        return text.ToString();
    }

    private static string Factory(Operation operation, UrlTemplate url)
    {
        string parameters = string.Join(", ", url.Parameters.Select(parameter => parameter.Name));
        return url.FactoryName is { } factory
            ? $"at => at.{factory}({parameters})"
            : $"new {operation.RequestClass}({parameters})";
    }

    private static string Type(TypeRef type) => Short(TypeNames.Of(type));

    /// <summary>Returns a type name without known namespaces.</summary>
    private static string Short(string type)
    {
        string[] spaces =
        [
            "global::System.Collections.Generic.", "global::System.Threading.Tasks.", "global::System.Text.Json.Nodes.",
            "global::System.IO.",
            "global::System.", "global::DocGen.",
        ];
        return spaces.Aggregate(type, (text, space) => text.Replace(space, "", StringComparison.Ordinal));
    }
}
