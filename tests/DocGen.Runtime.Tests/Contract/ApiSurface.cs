using System.Globalization;
using System.Reflection;
using System.Text;

namespace DocGen.Runtime.Tests.Contract;

/// <summary>
/// Lists everything that a library compiled against an assembly can depend on: one line for each visible type and
/// member, with the names and defaults of parameters.
/// </summary>
internal static class ApiSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(IsVisible).SelectMany(Lines).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(Type type)
    {
        yield return Describe(type);
        if (type.IsEnum)
        {
            foreach (string name in Enum.GetNames(type))
                yield return $"{Name(type)}.{name} = " +
                    $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}";
            yield break;
        }
        foreach (FieldInfo field in type.GetFields(Declared).Where(field => IsVisible(field, type)))
            yield return $"{Name(type)}.{field.Name}: {Kind(field)}{Name(field.FieldType)}{Constant(field)}";
        foreach (MethodBase method in type.GetMembers(Declared).OfType<MethodBase>()
            .Where(method => IsVisible(method, type)))
            yield return $"{Name(type)}.{Describe(method)}";
    }

    private static string Describe(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return $"{Name(type)}: delegate";
        string kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsByRefLike: true } => "ref struct",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<Type> bases = type.GetInterfaces().Where(one => one.IsVisible)
            .OrderBy(Name, StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType)
            bases = bases.Prepend(parent);
        string constraints = Constraints(type.GetGenericArguments());
        return $"{Name(type)}: {kind}{constraints} {string.Join(", ", bases.Select(Name))}".TrimEnd();
    }

    private static string Describe(MethodBase method)
    {
        var text = new StringBuilder(method.Name);
        if (method.IsGenericMethod)
            text.Append('<').AppendJoin(", ", method.GetGenericArguments().Select(Name)).Append('>');
        text.Append('(').AppendJoin(", ", method.GetParameters().Select(Describe)).Append("): ").Append(Kind(method));
        if (method is MethodInfo { ReturnParameter: var result })
            text.Append(result.GetRequiredCustomModifiers().Length > 0 ? "init " : "")
                .Append(Name(result.ParameterType));
        if (method.IsGenericMethod)
            text.Append(Constraints(method.GetGenericArguments()));
        return text.ToString().TrimEnd(' ', ':');
    }

    private static string Describe(ParameterInfo parameter)
    {
        string kind = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) => "params ",
            _ => "",
        };
        Type type = kind is "out " or "in " ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        string text = $"{kind}{Name(type)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Literal(parameter.DefaultValue)}" : text;
    }

    private static string Kind(MethodBase method)
    {
        string access = method.IsPublic ? "" : "protected ";
        // A method that only implements an interface is marked virtual in metadata, but cannot be overridden.
        return access + method switch
        {
            { IsStatic: true, IsAbstract: true } => "static abstract ",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } when method.DeclaringType is { IsSealed: false } => "virtual ",
            _ => "",
        };
    }

    private static string Kind(FieldInfo field)
    {
        string access = field.IsPublic ? "" : "protected ";
        return access + (field.IsLiteral ? "const " : field.IsStatic ? "static " : "")
            + (field.IsInitOnly ? "readonly " : "");
    }

    private static string Constant(FieldInfo field) =>
        field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";

    private static string Constraints(Type[] arguments)
    {
        IEnumerable<string> all =
            from argument in arguments
            where argument.IsGenericParameter
            let flags = argument.GenericParameterAttributes & ~GenericParameterAttributes.VarianceMask
            let names = argument.GetGenericParameterConstraints().Select(Name).Order(StringComparer.Ordinal).ToList()
            where flags != 0 || names.Count > 0
            select $" where {argument.Name}: {string.Join(", ", flags == 0 ? names : names.Append(flags.ToString()))}";
        return string.Concat(all);
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        string place = type.DeclaringType is { } outer
            ? Name(outer) + "."
            : type.Namespace is "System" ? ""
            : type.Namespace + ".";
        string name = place + type.Name;
        int tick = name.LastIndexOf('`');
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static bool IsVisible(Type type) => type.IsVisible ||
        (type.IsNestedFamily && type.DeclaringType is { IsSealed: false } outer && IsVisible(outer));

    private static bool IsVisible(MethodBase method, Type type) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !type.IsSealed);

    private static bool IsVisible(FieldInfo field, Type type) =>
        field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !type.IsSealed);
}
