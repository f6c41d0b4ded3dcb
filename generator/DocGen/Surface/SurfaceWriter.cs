using System.Globalization;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Writes a surface file. Each line is one element that callers depend on, with its wire form to the left of <c>=</c>
/// and its C# name to the right. Lines end with LF and are in ordinal order, so that edits of different elements merge
/// as text.
/// </summary>
internal sealed class SurfaceWriter
{
    private readonly StringBuilder _text = new();

    private SurfaceWriter()
    {
    }

    public static string Write(ApiSurface surface)
    {
        var writer = new SurfaceWriter();
        writer._text.Append(SurfaceFormat.Header).Append('\n');
        foreach (SurfaceOperation operation in surface.Operations)
            writer.Write(operation);
        foreach (SurfaceType type in surface.Types)
            writer.Write(type);
        foreach (SurfaceEnum type in surface.Enums)
            writer.Write(type);
        return writer._text.ToString();
    }

    private void Write(SurfaceOperation operation)
    {
        _text.Append('\n').Append(operation.HttpMethod).Append(' ').Append(operation.Name).Append(" ->");
        Write(operation.Answer);
        _text.Append('\n');
        foreach (SurfaceUrl url in operation.Urls)
            Line(SurfaceFormat.Word(url.Template),
                (url.Factory ?? SurfaceFormat.Constructor) + "(" + string.Join(", ", url.Parameters) + ")");
        if (operation.Encoding is { } encoding)
            _text.Append("  ").Append(SurfaceFormat.Encoding).Append(' ').Append(SurfaceFormat.Word(encoding))
                .Append('\n');
        foreach (SurfaceMember member in operation.Members)
        {
            string place = SurfaceFormat.KeywordOf(member.Place)
                + (member.WireName.Length == 0 ? "" : " " + SurfaceFormat.Word(member.WireName));
            Line(place + ": " + SurfaceFormat.Word(member.Type)
                + (member.IsRequired ? " " + SurfaceFormat.Required : ""), member.Name);
        }

        foreach (SurfaceName header in operation.Answer.Headers)
            Line(SurfaceFormat.AnswerHeader + " " + SurfaceFormat.Word(header.WireName), header.Name);
        if (operation.GroupClass is { } operations)
            Line(SurfaceFormat.GroupClass, operations);
        if (operation.RequestClass != SurfaceDefaults.RequestClass(operation.Group, operation.Method))
            Line(SurfaceFormat.RequestClass, operation.RequestClass);
        if (operation.ResponseClass is { } response
            && response != SurfaceDefaults.ResponseClass(operation.Group, operation.Method, operation.Answer.Kind))
            Line(SurfaceFormat.ResponseClass, response);
    }

    private void Write(SurfaceAnswer answer)
    {
        foreach (int status in answer.Statuses)
            _text.Append(' ').Append(status.ToString(CultureInfo.InvariantCulture));
        if (SurfaceFormat.TextOf(answer) is { Length: > 0 } type)
            _text.Append(' ').Append(type);
        if (answer.Property is { } property)
            _text.Append(' ').Append(SurfaceFormat.ItemsIn).Append(' ').Append(SurfaceFormat.Word(property));
        if (answer.Paging is { } paging)
            _text.Append(' ').Append(SurfaceFormat.PagedBy).Append(' ').Append(SurfaceFormat.Word(paging));
    }

    private void Write(SurfaceType type)
    {
        _text.Append('\n').Append(
            type.WireName is { } name ? SurfaceFormat.Type + " " + SurfaceFormat.Word(name) : SurfaceFormat.Shape);
        if (type.Base is { } parent)
            _text.Append(" : ").Append(parent);
        foreach ((bool has, string word) in (IEnumerable<(bool, string)>)
            [(type.IsAbstract, SurfaceFormat.Abstract), (type.IsOpen, SurfaceFormat.Open),
                (type.IsPlaceholder, SurfaceFormat.Placeholder)])
        {
            if (has)
                _text.Append(' ').Append(word);
        }

        _text.Append(" = ").Append(type.Class).Append('\n');
        foreach (SurfaceProperty property in type.Properties)
            Line(SurfaceFormat.Word(property.WireName) + ": " + property.Type, property.Name);
    }

    private void Write(SurfaceEnum type)
    {
        _text.Append('\n')
            .Append(type.WireName is { } name
                ? SurfaceFormat.Enum + " " + SurfaceFormat.Word(name)
                : SurfaceFormat.Values)
            .Append(type.IsFlags ? " " + SurfaceFormat.Flags : "").Append(" = ").Append(type.Class).Append('\n');
        foreach (SurfaceName member in type.Members)
            Line(SurfaceFormat.Word(member.WireName), member.Name);
    }

    private void Line(string wire, string name) =>
        _text.Append("  ").Append(wire).Append(" = ").Append(name).Append('\n');
}
