using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using DocGen.Generator.Checks;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Infrastructure;
using Microsoft.CodeAnalysis;
using Example = DocGen.Generator.Model.Example;
using DocTypeKind = DocGen.Generator.Model.TypeKind;

namespace DocGen.Corpus;

/// <summary>
/// Reads every JSON example of requests and responses into its emitted type and writes it again. The result must be the
/// same JSON, except for the order of members and the spelling of equal numbers, dates, durations, GUIDs and base64. If
/// it differs, there must be a diagnostic at the line of the difference.
/// </summary>
internal sealed class RoundTrip
{
    private readonly CorpusRun _run;
    private readonly Assembly _assembly;
    private readonly ExampleCheck _fit;
    private readonly ILookup<string, Diagnostic> _diagnostics;

    private RoundTrip(CorpusRun run)
    {
        _run = run;
        _assembly = new AssemblyLoadContext("Round trip").LoadFromStream(new MemoryStream(run.Image));
        _fit = new ExampleCheck(run.Files);
        _diagnostics = run.Result.Diagnostics.ToLookup(d => d.Location.GetLineSpan().Path);
    }

    /// <summary>The number of bodies that look like JSON and that no annotation marks as ignored.</summary>
    public int Examples { get; private set; }

    /// <summary>The number of examples that are equal after the round trip.</summary>
    public int Same { get; private set; }

    /// <summary>
    /// The number of examples for which the client has no type: errors, which the runtime reads, and responses that the
    /// docs describe as empty.
    /// </summary>
    public int Untyped { get; private set; }

    /// <summary>The number of examples that differ or are not JSON, with a diagnostic at the line.</summary>
    public int Reported { get; private set; }

    /// <summary>
    /// Differences without a diagnostic, as page, line, path and cause, and diagnostics on examples that do not differ.
    /// </summary>
    public List<string> Unexplained { get; } = [];

    /// <summary>The page and line of each example without a type, with the reason.</summary>
    public List<string> WithoutType { get; } = [];

    /// <summary>Runs the round trip for every page of a run whose code compiled.</summary>
    public static RoundTrip Of(CorpusRun run)
    {
        var trip = new RoundTrip(run);
        Dictionary<string, ParsedPage> pages = run.Parsed.ToDictionary(p => p.FullPath, p => p.Parsed);
        foreach ((string path, string text) in run.Sources)
        {
            foreach (ShownBody body in ShownBody.In(text).Where(body => !body.IsIgnored))
                trip.Try(path, pages[path], body);
        }

        return trip;
    }

    private const string Converted = ": converted from a string";

    private bool _isRespelled;

    private void Try(string path, ParsedPage page, ShownBody body)
    {
        Examples++;
        _isRespelled = false;
        try
        {
            using var document = JsonDocument.Parse(body.Text);
        }
        catch (JsonException exception)
        {
            Judge(path, body, [new Problem(0, "not JSON: " + exception.Message)], isAnyLine: true);
            return;
        }

        Example? example = page.Examples
            .FirstOrDefault(e => e.Values[0].Span.StartLine >= body.FirstLine
                && e.Values[0].Span.StartLine < body.FirstLine + body.Lines);
        if (example is { Kind: ExampleKind.Request }
            && _fit.OperationOf(page.Model,
                example) is { Body: Generator.Model.RequestBody.Reference { Member: var reference } })
        {
            Judge(path, body, [.. ReferenceProblems(body.Text, reference.JsonName)], isAnyLine: false);
            return;
        }

        if (example is null || _fit.OperationOf(page.Model, example) is not { } operation
            || Parts(operation, example, body.Text) is not { } parts)
        {
            if (_diagnostics[path].Any(d => IsIn(d, body)))
                Reported++;
            else
                Untyped++;
            WithoutType.Add(
                $"{path}({body.FirstLine + 1}): " +
                $"{(example is null ? "belongs to no operation" : "its operation reads no JSON")}");
            return;
        }

        Judge(path, body, [.. parts.SelectMany(part => Problems(part))], isAnyLine: false);
    }

    // A value with another spelling may have been converted. Then the finding about the docs is correct.
    private void Judge(string path, ShownBody body, Problem[] problems, bool isAnyLine)
    {
        string[] unexplained =
        [
            .. problems.Where(problem =>
                !_diagnostics[path].Any(d =>
                    isAnyLine || problem.IsConversion
                        ? IsIn(d, body)
                        : d.Location.GetLineSpan().StartLinePosition.Line == body.FirstLine + problem.Line))
                .Select(problem => $"{path}({body.FirstLine + problem.Line + 1}): {problem.Text}"),
        ];
        if (problems.Length == 0)
        {
            Same++;
            if (_isRespelled)
                return;
            Unexplained.AddRange(_diagnostics[path]
                .Where(d => d.Id == Generator.Diagnostics.Rules.ExampleDoesNotFit.Id && IsIn(d, body))
                .Select(d => "diagnostic without a difference: " + d));
        }
        else if (unexplained.Length == 0)
            Reported++;
        Unexplained.AddRange(unexplained);
    }

    /// <summary>
    /// Returns the problems of an entity reference, which contains only its URL (OData JSON Format 4.01, section 14).
    /// </summary>
    private static IEnumerable<Problem> ReferenceProblems(string text, string name)
    {
        using var document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            return [new Problem(0, "not an entity reference")];
        string[] lost = [.. root.EnumerateObject()
            .Where(m => m.Name != name || m.Value.ValueKind != JsonValueKind.String).Select(m => m.Name)];
        return root.TryGetProperty(name, out _) && lost.Length == 0
            ? []
            : [new Problem(0, $"a reference has only '{name}'")];
    }

    private static bool IsIn(Diagnostic diagnostic, ShownBody body)
    {
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return diagnostic.Id.StartsWith("DG03", StringComparison.Ordinal) && line >= body.FirstLine
            && line < body.FirstLine + body.Lines;
    }

    /// <summary>
    /// Returns the values of a body with their types: the whole body, the items of a page, or the members of a request.
    /// Returns null if the body has no type.
    /// </summary>
    private static List<Part>? Parts(Operation operation, Example example, string text)
    {
        ResponseShape shape = operation.Response;
        bool isObject = text.TrimStart()[0] == '{';
        if (example.Kind == ExampleKind.Request)
        {
            return operation.Body?.JsonObject is not { } body ? null
                : body.Members.IsEmpty ? [new Part(text, body.Resource!.Type, 0, "$")]
                : Members(text, name => body.Members
                    .FirstOrDefault(m => m.JsonName == name) is { JsonName: not null } member ? member.Type : null,
                    body.Resource?.Type);
        }

        if (example.Kind == ExampleKind.Uploaded)
            return shape is ResponseShape.UploadSession { Uploaded: { } uploaded }
                ? [new Part(text, uploaded, 0, "$")]
                : null;
        if (shape is ResponseShape.Collection collection)
        {
            TypeRef items = collection.Element.ToCollection();
            return isObject
                ? Members(text, name => name == "value" ? items : null, null)
                : [new Part(text, items, 0, "$")];
        }

        if (shape.ValueType is not { } value)
            return null;
        bool isWrapped = shape is ResponseShape.Value { IsWrapped: true }
            or ResponseShape.LongRunning { IsWrapped: true } or ResponseShape.UploadSession;
        bool isLone = isObject && isWrapped && IsLoneValue(text);
        return isLone ? Members(text, name => name == "value" ? value : null, null) : [new Part(text, value, 0, "$")];
    }

    private static bool IsLoneValue(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().All(m => m.Name == "value" || m.Name.StartsWith('@'))
            && document.RootElement.TryGetProperty("value", out _);
    }

    /// <summary>
    /// Returns the members for which <paramref name="typeOf"/> has a type, and the other members as an object of type
    /// <paramref name="rest"/>.
    /// </summary>
    private static List<Part> Members(string text, Func<string, TypeRef?> typeOf, TypeRef? rest)
    {
        var parts = new List<Part>();
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var others = new StringBuilder("{");
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            string value = Encoding.UTF8.GetString(utf8, start, (int)reader.BytesConsumed - start);
            if (typeOf(name) is { } type)
                parts.Add(new Part(value, type, utf8.AsSpan(0, start).Count((byte)'\n'), "$." + name));
            else
                others.Append(others.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(name)).Append(':')
                    .Append(value);
        }

        if (rest is { } resource)
            parts.Add(new Part(others.Append('}').ToString(), resource, 0, "$"));
        return parts;
    }

    private IEnumerable<Problem> Problems(Part part)
    {
        JsonElement again;
        try
        {
            again = TypedValue.Again(part.Json, part.Type, name => _assembly.GetType("Corpus." + name)!);
        }
        catch (JsonException failure)
        {
            return [new Problem(part.Line + (int)(failure.LineNumber ?? 0),
                $"{part.Type} {part.Path}{failure.Path?.Replace("$.v[0]", "", StringComparison.Ordinal)}: " +
                $"{failure.Message.Split(" Path:")[0]}")];
        }

        using var before = JsonDocument.Parse(part.Json);
        _isRespelled |= !JsonElement.DeepEquals(before.RootElement, again);
        return [.. Differences(before.RootElement, again, part.Path)
            .Select(text => new Problem(part.Line, $"{part.Type} {text}",
                text.EndsWith(Converted, StringComparison.Ordinal)))];
    }

    private static IEnumerable<string> Differences(JsonElement before, JsonElement after, string path)
    {
        if (before.ValueKind == JsonValueKind.String
            && before.GetString()!.Equals(after.GetRawText(), StringComparison.OrdinalIgnoreCase))
            return [path + Converted];
        if (before.ValueKind != after.ValueKind)
            return [$"{path}: {before.ValueKind} became {after.ValueKind}"];
        return before.ValueKind switch
        {
            JsonValueKind.Object => before.EnumerateObject()
                .SelectMany(member => after.TryGetProperty(member.Name, out JsonElement same)
                    ? Differences(member.Value, same, $"{path}.{member.Name}")
                    : [$"{path}.{member.Name}: lost"])
                .Concat(after.EnumerateObject().Where(member => !before.TryGetProperty(member.Name, out _))
                    .Select(member => $"{path}.{member.Name}: added")),
            JsonValueKind.Array when before.GetArrayLength() != after.GetArrayLength() => [$"{path}: different length"],
            JsonValueKind.Array => before.EnumerateArray().Zip(after.EnumerateArray())
                .SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]")),
            JsonValueKind.Number when before.GetDouble() != after.GetDouble() => [$"{path}: {before} became {after}"],
            JsonValueKind.String when !SameText(before.GetString()!, after.GetString()!) =>
                [$"{path}: '{before}' became '{after}'"],
            _ => [],
        };
    }

    private static bool SameText(string before, string after) =>
        before == after
        || (DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset a)
            && DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset b) && a == b)
        || (Guid.TryParse(before, out Guid c) && Guid.TryParse(after, out Guid d) && c == d)
        || (TextValues.Duration(before) is { } e && TextValues.Duration(after) == e)
        || (TextValues.Bytes(before) is { } f && TextValues.Bytes(after) is { } g && f.AsSpan().SequenceEqual(g));

    /// <param name="Line">The line in the body, from 0.</param>
    private sealed record Part(string Json, TypeRef Type, int Line, string Path);

    /// <param name="Line">The line in the body, from 0.</param>
    /// <param name="IsConversion">Whether the runtime converted a value that does not have the documented kind.</param>
    private sealed record Problem(int Line, string Text, bool IsConversion = false);
}
