using DocGen.Generator.Emission;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Snippets;

/// <summary>Writes JSON values as C# values of their documented types.</summary>
internal sealed class ValueCode(TypeTable types, SnippetNotes notes)
{
    private const string TypeAnnotation = "@odata.type";

    /// <summary>
    /// Returns an expression for a target of the given type; null if the type does not accept the value.
    /// </summary>
    public Code? Of(JsonValue value, TypeRef type)
    {
        if (value is JsonLiteral { IsNull: true })
            return Code.Text("null");
        if (type.IsCollection)
            return value is JsonArray array ? Items(array, type.Element) : null;
        if (type.Kind is not (TypeKind.Reference or TypeKind.File or TypeKind.Stream)
            && !ValueForms.Of(value).Forms.Contains(type.Kind))
            return null;
        return type.Kind switch
        {
            TypeKind.Resource => Resource((JsonObject)value, type.Name!),
            TypeKind.Enum => Code.Text(Enum(value.AsString!, type.Name!)),
            TypeKind.JsonObject => Code.Initializer("new()", JsonNodeCode.Members((JsonObject)value)),
            TypeKind.Json => JsonNodeCode.Of(value),
            TypeKind.Reference => value.AsString is { } address ? Code.Text(Reference(address)) : null,
            TypeKind.Stream or TypeKind.File => null,
            _ => Code.Text(Literals.Of(type.Kind, TextOf(value))),
        };
    }

    /// <summary>Returns a value for a URL or a header; null if the type does not accept the text.</summary>
    public Code? OfText(string text, TypeRef type)
    {
        JsonValue value = type.Kind switch
        {
            TypeKind.Boolean when text is "true" or "false" => new JsonLiteral(0, 0, text),
            >= TypeKind.Byte and <= TypeKind.Decimal when IsNumber(text) => new JsonNumber(0, 0, text),
            _ => new JsonString(0, 0, text),
        };
        return Of(value, type);
    }

    /// <summary>Returns an object of a type, or of the derived type in the object's type annotation.</summary>
    /// <param name="isNamed">Whether the client sends the type's name even if no code assigns it.</param>
    public Code? Resource(JsonObject json, string declared, bool isNamed = false)
    {
        if (types.Resource(declared) is not { } type)
            return null;
        string? stated = json[TypeAnnotation]?.AsString;
        string? name = stated?.Substring(stated.LastIndexOf('#') + 1);
        StructuredType? derived = name is null || Names(type, name) ? null : types.Derived(type, name);
        bool isWritten = (derived is not null && Names(derived, name!))
            || (isNamed && name is not null && Names(type, name));
        Code[] items = Members(json, derived ?? type, isWritten, isHandled: _ => false);
        return Code.Initializer(derived is null ? "new()" : "new " + derived.Name, items);
    }

    /// <summary>Returns the members of an object as assignments, without those that other code handles.</summary>
    public Code[] Members(JsonObject json, StructuredType type, bool isTypeWritten, Func<string, bool> isHandled)
    {
        var typed = new List<Code>();
        var open = new List<Code>();
        IReadOnlyDictionary<string, Property> members = types.MembersOf(type);
        foreach (JsonMember member in json.Members.GroupBy(m => m.Name, StringComparer.Ordinal).Select(g => g.First()))
        {
            if (isHandled(member.Name))
                continue;
            if (member is { Name: TypeAnnotation, Value.AsString: { } stated })
            {
                if (!isTypeWritten)
                    typed.Add(Code.Text("ODataType = " + Literals.Of(stated)));
            }
            else if (members.TryGetValue(member.Name, out Property? property)
                && Of(member.Value, property.Type) is { } value)
            {
                typed.Add(value.After(CSharpText.Identifier(property.Name) + " = "));
            }
            else
            {
                notes.AddUntyped(
                    "member '" + member.Name + "' of " + type.Name + (members.ContainsKey(member.Name)
                    ? " (does not fit)" : ""));
                open.Add(JsonNodeCode.Member(member.Name, member.Value));
            }
        }

        if (open.Count > 0)
            typed.Add(Code.Initializer("AdditionalProperties =", open));
        return [.. typed];
    }

    private static bool Names(StructuredType type, string name) =>
        name.Equals(type.ODataName, StringComparison.OrdinalIgnoreCase);

    private Code? Items(JsonArray array, TypeRef type)
    {
        bool takesNull = type.IsCollection
            || type.Kind is TypeKind.String
                or TypeKind.Binary or TypeKind.Json or TypeKind.JsonObject or TypeKind.Resource;
        var items = new List<Code>(array.Items.Count);
        foreach (JsonValue item in array.Items)
        {
            bool isNull = item is JsonLiteral { IsNull: true };
            if ((isNull && !takesNull) || Of(item, type) is not { } code)
                return null;
            items.Add(isNull ? Code.Text("null!") : code);
        }

        return Code.List(items);
    }

    /// <summary>
    /// Returns a documented value by its C# name; for a flags enum, several values combined. Other values stay strings.
    /// </summary>
    private string Enum(string text, string name)
    {
        if (types.Enum(name) is not { } type)
            return Literals.Of(text);
        string[] words = type.IsFlags ? text.Split(',') : [text];
        string?[] members = [.. words.Select(word => NameOf(type, word))];
        return members.All(member => member is not null) ? string.Join(" | ", members) : Literals.Of(text);
    }

    private static string? NameOf(EnumType type, string value)
    {
        foreach (EnumMember member in type.Members)
        {
            if (member.Value == value)
                return type.Name + "." + member.Name;
        }

        return null;
    }

    /// <summary>
    /// Returns a reference to the entity at an address. It is a set and a key if the address has this form below the
    /// service root, otherwise the URL.
    /// </summary>
    public static string Reference(string address)
    {
        string path = Http.ExampleUrl.PathBelowRoot(address);
        int slash = path.LastIndexOf('/');
        string set = slash > 0 ? path.Substring(0, slash).Trim('/') : "";
        string key = Uri.UnescapeDataString(path.Substring(slash + 1));
        bool isPlain = set.Length > 0 && key.Length > 0 && (set + key).IndexOfAny(['(', '?', '#']) < 0;
        return isPlain
            ? "EntityReference.To(" + Literals.Of(Uri.UnescapeDataString(set)) + ", " + Literals.Of(key) + ")"
            : "EntityReference.To(new Uri(" + Literals.Of(address) + ", UriKind.RelativeOrAbsolute))";
    }

    private static string TextOf(JsonValue value) => value switch
    {
        JsonNumber number => number.Text,
        JsonLiteral literal => literal.Text,
        _ => value.AsString!,
    };

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
        && JsonReader.Read(text) is { Value: JsonNumber, Findings.Count: 0 };
}
