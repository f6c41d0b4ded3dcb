using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using static DocGen.Tests.Emission.Samples;

namespace DocGen.Tests.Emission;

public class EnumEmitterTests
{
    [Fact]
    public async Task An_enum_wraps_a_string_and_names_the_documented_values()
    {
        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            ItemKind? kind = ItemKind.File;
            ItemKind later = "later";
            ItemKind? absent = (string?)null;
            ItemKind none = default;
            string name = kind?.Value switch
            {
                ItemKind.Values.File => "a file",
                ItemKind.Values.Folder => "a folder",
                _ => "something else",
            };
            bool refusesNull = false;
            try { _ = new ItemKind(null!); }
            catch (ArgumentNullException) { refusesNull = true; }
            return $"{name} {later} {later == new ItemKind("later")} {kind != ItemKind.Folder} "
                + $"{kind == "file"} {absent is null} [{none}] "
                + $"{new HashSet<ItemKind> { ItemKind.File, "file", "File" }.Count} {refusesNull} "
                + $"{ItemKind.File.Equals((object)"file")}";
            """,
            new RecordingHandler());

        Assert.Equal("a file later True True True True [] 2 True False", seen);
    }

    [Fact]
    public async Task Flags_are_joined_with_commas()
    {
        string seen = await EmittedCode.RunAsync(
            FileEmitter.Emit(Drive),
            """
            ItemRights both = ItemRights.Read | ItemRights.Write;
            ItemRights sent = "write, read,share";
            return $"{both} {both | ItemRights.Read} {default(ItemRights) | ItemRights.Read} "
                + $"{both.HasFlag(ItemRights.Write)} "
                + $"{ItemRights.Read.HasFlag(both)} {sent.HasFlag(both)} "
                + $"{((ItemRights)"reader").HasFlag(ItemRights.Read)}";
            """,
            new RecordingHandler());

        Assert.Equal("read,write read,write read True False True False", seen);
    }

    [Fact]
    public void An_enum_without_documented_values_has_no_nested_class_of_values()
    {
        ApiFile file = File(Type("Thing", Property("kind", "Kind", Enum("Kind1")))) with
        {
            Enums = Of(EnumType("Kind1"))
        };

        string emitted = FileEmitter.Emit(file);

        EmittedCode.Compile(emitted);
        Assert.DoesNotContain("class Values", emitted, StringComparison.Ordinal);
    }
}
