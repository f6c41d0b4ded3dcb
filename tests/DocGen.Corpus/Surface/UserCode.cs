using System.Globalization;
using System.Text;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Surface;

namespace DocGen.Corpus.Surface;

/// <summary>
/// Writes C# code that uses everything in a client that another surface still has on the wire: every operation by each
/// URL with every member, every property, and every enum value.
/// </summary>
internal sealed class UserCode
{
    /// <summary>The text before the owner of a line.</summary>
    public const string OwnerMark = " // ";

    private readonly StringBuilder _code = new();
    private int _method;

    private UserCode()
    {
    }

    /// <param name="files">The client that the code was written for.</param>
    /// <param name="left">The surface of the client with which the code must compile.</param>
    public static string Of(IReadOnlyList<ApiFile> files, ApiSurface left)
    {
        var user = new UserCode();
        (OperationGroup Group, Operation Operation)[] all =
            [.. files.Select(file => file.Operations).OfType<OperationGroup>()
                .SelectMany(group => group.Operations, (group, operation) => (group, operation))];
        int[] pairs = WirePairs.Of(left.Operations,
            [.. all.Select(one => SurfaceReader.OperationOf(one.Group, one.Operation))]);
        user._code
            .Append("#nullable disable\n#pragma warning disable\nnamespace Corpus { static class AllThatUsersCall {\n");
        for (int i = 0; i < all.Length; i++)
        {
            if (pairs[i] >= 0)
                user.Calls(all[i].Group, all[i].Operation, left.Operations[pairs[i]]);
        }

        foreach (StructuredType type in files.SelectMany(file => file.Types).Where(type => type.ODataName is not null))
        {
            if (left.Types.FirstOrDefault(
                one => one.WireName is { } name && name.Equals(type.ODataName, StringComparison.OrdinalIgnoreCase))
                is { } now)
                user.Use(type, now);
        }

        foreach (EnumType type in files.SelectMany(file => file.Enums).Where(type => type.ODataName is not null))
        {
            if (left.Enums.FirstOrDefault(
                one => one.WireName is { } name && name.Equals(type.ODataName, StringComparison.OrdinalIgnoreCase))
                is { } now)
                user.Use(type, now);
        }

        return user._code.Append("} }\n").ToString();
    }

    private void Calls(OperationGroup group, Operation operation, SurfaceOperation left)
    {
        string call = $"client.{group.Name}.{operation.MethodName}Async";
        string members = " { " + string.Join(", ", SurfaceReader.OperationOf(group, operation).Members
            .Where(member => left.Members.Any(one => one.Place == member.Place && one.WireName == member.WireName))
            .Where(member => member.Place != MemberPlace.Body || Payload.Of(operation.Body) is null)
            .Where(member => member.Place != MemberPlace.Content || Payload.Of(operation.Body) is null)
            .Select(member => CSharpText.Identifier(member.Name) + " = default")) + " }";
        Payload? payload = Payload.Of(operation.Body);
        string sent = payload is null ? "" : $"default({TypeNames.Of(payload.Type).TrimEnd('?')})";
        foreach (UrlTemplate url in operation.Urls
            .Where(url => left.Urls.Any(one => WirePairs.UrlKey(one.Template) == WirePairs.UrlKey(url.Template))))
        {
            string arguments = string.Join(", ",
                url.Parameters.Select(parameter => CSharpText.Identifier(parameter.Name) + ": default"));
            string request = url.FactoryName is { } factory
                ? $"at => new {operation.RequestClass}(at.{CSharpText.Identifier(factory)}({arguments})){members}"
                : $"new {operation.RequestClass}({arguments}){members}";
            string[] given = payload is null
                ? [request]
                : RequestEmitter.NeedsNothing(operation) && url.FactoryName is null ? [sent, request]
                : [request, sent];
            Statement($"{group.Name}.{operation.MethodName}", $"{call}({string.Join(", ", given)});");
        }

        if (operation.ResponseClass is { } response && left.ResponseClass is not null)
            Statement($"{group.Name}.{operation.MethodName}", $"_ = typeof({response});");
    }

    private void Use(StructuredType type, SurfaceType left)
    {
        IEnumerable<string> kept = type.Properties
            .Where(property => property.Type.Kind != TypeKind.Stream
                && left.Properties.Any(one => one.WireName == property.JsonName))
            .Select(property => CSharpText.Identifier(property.Name));
        Statement(type.Name, $"{type.Name} it = null;" + string.Concat(kept.Select(name => $" _ = it.{name};")));
    }

    private void Use(EnumType type, SurfaceEnum left)
    {
        IEnumerable<string> kept = type.Members.Where(member => left.Members.Any(one => one.WireName == member.Value))
            .Select(member => CSharpText.Identifier(member.Name));
        Statement(type.Name, string.Concat(kept.Select(name => $"_ = {type.Name}.{name}; ")));
    }

    /// <param name="owner">The operation or type that the code uses, written as a comment after it.</param>
    private void Statement(string owner, string code) =>
        _code.Append("static void M").Append((_method++).ToString(CultureInfo.InvariantCulture))
            .Append("(ApiClient client) { ").Append(code).Append(" }").Append(OwnerMark).Append(owner).Append('\n');
}
