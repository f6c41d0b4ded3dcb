using System.Text.Json;
using DocGen.Corpus;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

/// <summary>Tests that the generator and the client accept the same JSON values for each primitive type.</summary>
public class ValueFormsTests
{
    private static readonly TypeKind[] Kinds = [
        .. Enum.GetValues<TypeKind>()
            .Except([TypeKind.Stream, TypeKind.File, TypeKind.Reference, TypeKind.Resource, TypeKind.Enum])];

    public static TheoryData<string> Values =>
    [
        "{}", "[]", "true", "false", "0", "-1", "127", "128", "255", "256", "32767", "32768", "2147483647",
        "2147483648", "-9223372036854775808", "9223372036854775808",
        "1.0", "1.5", "1e2", "1E400", "3.5e38", "79228162514264337593543950336", "-0", "\"\"", "\"a\"", "\"INF\"",
        "\"-INF\"", "\"NaN\"", "\"Infinity\"", "\"12\"",
        "\"00000000-0000-0000-0000-000000000001\"", "\"{00000000-0000-0000-0000-000000000001}\"",
        "\"00000000000000000000000000000001\"",
        "\"2026-02-28\"", "\"2026-02-29\"", "\"2024-02-29\"", "\"0000-01-01\"", "\"2026-1-1\"", "\"2026-13-01\"",
        "\"2026-02-28T01:02\"", "\"2026-02-28T01:02Z\"", "\"2026-02-28T01:02:03\"", "\"2026-02-28T01:02:03Z\"",
        "\"2026-02-28T01:02:03.1234567Z\"",
        "\"2026-02-28T01:02:03.1234567890123456Z\"", "\"2026-02-28T01:02:03.12345678901234567Z\"",
        "\"2026-02-28T01:02:03+02\"", "\"2026-02-28T01:02:03-02:30\"",
        "\"2026-02-28T01:02:03+14:00\"", "\"2026-02-28T01:02:03+14:01\"", "\"2026-02-28T24:00:00Z\"",
        "\"2026-02-28T23:59:60Z\"", "\"2026-02-28 01:02:03Z\"",
        "\"2026-02-28T01:02:03 Z\"", "\"2026-02-28T01:02:03ZZ\"", "\"2026-02-28T1:02:03Z\"", "\"datetime-value\"",
        "\"07:59\"", "\"07:59:59\"", "\"07:59:59.1234567\"", "\"07:59:59.12345678\"", "\"7:59\"", "\"24:00\"",
        "\"07:59:60\"",
        "\"P1D\"", "\"PT1H30M\"", "\"-PT1S\"", "\"P1Y\"", "\"P1M\"", "\"PT1.5S\"", "\"P\"", "\"PT\"",
        "\"P99999999999D\"", "\"Place\"",
        "\"AAAA\"", "\"AAA=\"", "\"AA==\"", "\"AAA\"", "\"AA\"", "\"A\"", "\"ab-_\"", "\"AAB=\"", "\"AAB\"",
        "\"no base64!\"", "\"contentBytes-value\"", "\"A A A A\"",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Generator_and_runtime_accept_the_same_JSON_values(string json)
    {
        TypeKinds forms = ValueForms.Of(JsonReader.Read(json).Value!).Forms;

        Assert.Equal(Kinds.Where(kind => IsRead(json, kind) && !IsConverted(json, kind)), Kinds.Where(forms.Contains));
    }

    // The client also converts some values that contradict the documented type, but the docs must not show them.
    private static bool IsConverted(string json, TypeKind kind)
    {
        bool isText = json[0] == '"';
        return kind switch
        {
            TypeKind.String => !isText,
            TypeKind.Boolean or TypeKind.Decimal => isText,
            TypeKind.Byte or TypeKind.SByte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 =>
                isText || json.AsSpan().ContainsAny(".eE"),
            TypeKind.Single or TypeKind.Double => isText && json is not ("\"INF\"" or "\"-INF\"" or "\"NaN\""),
            TypeKind.Guid => json.Length != 38,
            TypeKind.DateTimeOffset =>
                json.Contains(' ', StringComparison.Ordinal) || json.Contains("T24:", StringComparison.Ordinal),
            TypeKind.Date => json.Length != 12,
            TypeKind.TimeOfDay => json.Length > "\"07:59:59.1234567\"".Length,
            _ => false,
        };
    }

    private static bool IsRead(string json, TypeKind kind)
    {
        try
        {
            TypedValue.Again(json, new TypeRef(kind), _ => throw new InvalidOperationException());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
